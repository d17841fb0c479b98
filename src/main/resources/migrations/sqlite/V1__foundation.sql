-- Instants are milliseconds since 1970-01-01T00:00:00Z (negative before), days are ISO 8601 text (2024-08-19), ids are 64-bit.
-- docs/decisions/0004-store.md says why each table is there.

create table section (
    id         integer primary key,
    parent_id  bigint references section (id),
    path       varchar(500) not null,
    place      bigint       not null,
    unique (path)
);

create table section_title (
    section_id  bigint        not null references section (id),
    language    varchar(35)   not null,
    title       varchar(500)  not null,
    description varchar(2000) not null,
    primary key (section_id, language)
);

create table item (
    id             integer primary key,
    kind           varchar(50)  not null,
    language       varchar(35)  not null,
    group_id       bigint       not null,
    section_id     bigint       not null references section (id),
    slug           varchar(200) not null,
    state          varchar(20)  not null,
    head_id        bigint       not null,
    made_at        bigint       not null,
    first_at       bigint,
    due_at         bigint,
    origin         varchar(500),
    origin_digest  varchar(64)
);
create unique index item_by_origin on item (origin);
create index item_by_group on item (group_id, language);
create index item_by_due on item (due_at);

create table revision (
    id              integer primary key,
    item_id         bigint        not null references item (id),
    number          bigint        not null,
    saved_at        bigint        not null,
    saved_by        varchar(200)  not null,
    headline        varchar(1000) not null,
    kicker          varchar(500)  not null,
    standfirst      varchar(4000) not null,
    dateline_place  varchar(300)  not null,
    byline          varchar(500)  not null,
    source          varchar(500)  not null,
    picture_id      bigint references asset (id),
    picture_alt     varchar(2000) not null,
    picture_caption varchar(4000) not null,
    picture_credit  varchar(1000) not null,
    tags            text          not null,
    body            text          not null,
    unique (item_id, number)
);

create table publication (
    id          integer primary key,
    item_id     bigint       not null references item (id),
    revision_id bigint       not null references revision (id),
    section_id  bigint       not null references section (id),
    path        varchar(1000) not null,
    from_at     bigint       not null,
    until_at    bigint,
    note        text,
    reason      text
);
create index publication_by_item on publication (item_id, from_at);

create table live (
    item_id         integer primary key references item (id),
    kind            varchar(50)   not null,
    language        varchar(35)   not null,
    group_id        bigint        not null,
    section_id      bigint        not null references section (id),
    revision_id     bigint        not null references revision (id),
    path            varchar(1000) not null,
    slug            varchar(200)  not null,
    headline        varchar(1000) not null,
    kicker          varchar(500)  not null,
    standfirst      varchar(4000) not null,
    picture_id      bigint references asset (id),
    picture_alt     varchar(2000) not null,
    published_at    bigint        not null,
    published_day   varchar(10)   not null,
    corrected_at    bigint
);
create index live_by_group on live (group_id, language);
create index live_by_slug on live (slug);
create index live_pages on live (language, headline) where kind = 'page';

create table listing (
    list          varchar(250) not null,
    language      varchar(35)  not null,
    published_day varchar(10)  not null,
    published_at  bigint       not null,
    item_id       bigint       not null references item (id),
    primary key (list, language, published_day, published_at, item_id)
);
create index listing_by_item on listing (item_id);

create table tally (
    list     varchar(250) not null,
    language varchar(35)  not null,
    unit     varchar(5)   not null,
    span     varchar(10)  not null,
    stories  bigint       not null,
    primary key (list, language, unit, span)
);

create table tag (
    language varchar(35)  not null,
    slug     varchar(200) not null,
    title    varchar(300) not null,
    primary key (language, slug)
);

create table asset (
    id         integer primary key,
    name       varchar(500)  not null,
    media_type varchar(100)  not null,
    hash       varchar(64),
    bytes      bigint        not null,
    width      bigint        not null,
    height     bigint        not null,
    origin     varchar(1000),
    made_at    bigint        not null
);
create unique index asset_by_origin on asset (origin);
create index asset_by_hash on asset (hash);

create table path (
    path       varchar(1000) not null primary key,
    item_id    bigint references item (id),
    section_id bigint references section (id),
    asset_id   bigint references asset (id),
    tag        varchar(200),
    language   varchar(35)  not null,
    current    bigint       not null,
    made_at    bigint       not null
);
create index path_by_item on path (item_id);

create table menu (
    id       integer primary key,
    menu     varchar(20)   not null,
    language varchar(35)   not null,
    place    bigint        not null,
    label    varchar(300)  not null,
    target   varchar(1000) not null
);

create table block (
    id         integer primary key,
    kind       varchar(20)   not null,
    language   varchar(35)   not null,
    spot       varchar(20)   not null,
    place      bigint        not null,
    title      varchar(500)  not null,
    text       varchar(4000) not null,
    target     varchar(1000) not null,
    picture_id bigint references asset (id),
    from_at    bigint,
    until_at   bigint
);

create table change (
    position integer primary key autoincrement,
    at       bigint       not null,
    actor    varchar(200) not null,
    verb     varchar(30)  not null,
    item_id  bigint,
    keys     text         not null
);
