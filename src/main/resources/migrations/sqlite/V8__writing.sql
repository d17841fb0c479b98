-- Writing: where a draft wishes its item to stand, embargoes, what a translation was made from, previews.

alter table item add column embargo_at bigint;
alter table item add column translated_from bigint references revision (id);

-- As typed; null leaves the item as it is. The base of a draft of a new translation is a revision of the original.
alter table draft add column wished_section bigint references section (id);
alter table draft add column wished_slug text;
alter table draft add column wished_embargo text;

-- Of an item's newest revision, of one that is named, or of a text as it was typed. Digests are SHA-256 as hexadecimal text.
create table preview (
    id              integer primary key,
    digest          varchar(64)  not null,
    item_id         bigint references item (id),
    revision_id     bigint references revision (id),
    made_at         bigint       not null,
    made_by         varchar(200) not null,
    until_at        bigint       not null,
    revoked_at      bigint,
    note            varchar(500) not null,
    is_typed        bigint       not null,
    kind            varchar(50),
    language        varchar(35),
    group_id        bigint,
    section_id      bigint references section (id),
    headline        text         not null,
    kicker          text         not null,
    standfirst      text         not null,
    dateline_place  text         not null,
    byline          text         not null,
    source          text         not null,
    picture_id      bigint references asset (id),
    picture_alt     text         not null,
    picture_caption text         not null,
    picture_credit  text         not null,
    tags            text         not null,
    body            text         not null,
    unique (digest)
);
create index preview_by_item on preview (item_id, id);
create index preview_by_end on preview (is_typed, until_at);
