-- The newsroom's desk: what was approved, what is being typed, what is said about an item.

alter table item add column approved_id bigint references revision (id);

create table comment (
    id          integer primary key,
    item_id     bigint       not null references item (id),
    revision_id bigint       not null references revision (id),
    kind        varchar(20)  not null,
    said_at     bigint       not null,
    said_by     varchar(200) not null,
    text        text         not null,
    resolved_at bigint,
    resolved_by varchar(200)
);
create index comment_by_item on comment (item_id, id);

create table draft (
    id              integer primary key,
    item_id         bigint references item (id),
    base_id         bigint references revision (id),
    account_id      bigint       not null,
    typed_by        varchar(200) not null,
    typed_at        bigint       not null,
    version         bigint       not null,
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
    body            text         not null
);
create index draft_by_item on draft (item_id, id);
create index draft_by_account on draft (account_id, id);

create index change_by_time on change (at, position);
create index change_by_actor on change (actor, at, position);
create index change_by_verb on change (verb, at, position);
create index change_by_item on change (item_id, at, position);
