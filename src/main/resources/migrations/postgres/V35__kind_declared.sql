-- The same as V35 of SQLite.
create table kind_declared (
    kind        text collate "C" not null,
    is_before   bigint not null,
    declared    text collate "C" not null,
    applied_at  bigint not null,
    primary key (kind, is_before)
);
create table kind_rewrite (
    item_id     bigint not null references item (id),
    before_id   bigint not null references revision (id),
    after_id    bigint not null references revision (id),
    primary key (item_id)
);
