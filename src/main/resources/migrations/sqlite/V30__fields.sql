-- What a kind declares beside the words of every item is one JSON object; the columns from which the first objects are made
-- go in V31. A revision carries the digest of its whole content.
alter table revision add column fields text not null default '{}';
alter table revision add column digest varchar(64) not null default '';

-- A draft and a preview are one JSON object each.
create table draft_next (
    id              integer primary key,
    item_id         bigint references item (id),
    base_id         bigint references revision (id),
    account_id      bigint not null,
    typed_at        bigint not null,
    version         bigint not null,
    kind            varchar(50),
    language        varchar(35),
    group_id        bigint,
    section_id      bigint references section (id),
    wished_section  bigint references section (id),
    wished_slug     text,
    wished_embargo  text,
    content         text   not null
);
create table preview_next (
    id          integer primary key,
    digest      varchar(64)  not null,
    item_id     bigint references item (id),
    revision_id bigint references revision (id),
    made_by     bigint       not null default 0,
    made_at     bigint       not null,
    until_at    bigint       not null,
    revoked_at  bigint,
    note        varchar(500) not null,
    is_typed    bigint       not null,
    kind        varchar(50),
    language    varchar(35),
    group_id    bigint,
    section_id  bigint references section (id),
    content     text         not null,
    unique (digest)
);

-- What lists show of the fields, and where an item of its kind stands.
alter table live add column card text not null default '{}';
alter table live add column stands varchar(20) not null default 'dated';
update live set stands = 'standing' where kind = 'page';
