-- The declarations of kinds with which the values there are were written, to compare later ones with; and what the last
-- change wrote, so that it can be taken back.
create table kind_declared (
    kind        varchar(50) not null,
    is_before   bigint      not null,
    declared    text        not null,
    applied_at  bigint      not null,
    primary key (kind, is_before)
);
create table kind_rewrite (
    item_id     bigint not null references item (id),
    before_id   bigint not null references revision (id),
    after_id    bigint not null references revision (id),
    primary key (item_id)
);
