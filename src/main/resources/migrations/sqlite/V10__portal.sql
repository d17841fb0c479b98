-- The portal's own screens: what is planned of sections, menus and blocks; banners; redirects; sections that were removed.

-- A removed section keeps its row, because publications name it; its path ends with ~ and its id.
alter table section add column removed_at bigint;

-- A redirect that an editor made names its maker; its target, when it leads to no item or section, is an address.
alter table path add column target varchar(1000);
alter table path add column made_by varchar(200);
create index path_by_maker on path (made_by, path) where made_by is not null;

create index live_by_section on live (section_id, language);
create index item_by_section on item (section_id);

-- One row for each thing that will change when the plan is published.
create table planned (
    id         integer primary key autoincrement,
    subject    varchar(100) not null,
    change     text         not null,
    planned_by varchar(200) not null,
    planned_at bigint       not null,
    unique (subject)
);

-- The digest of the secret in a preview's address, which ends by time or with the plan.
create table plan_preview (
    digest   varchar(64) not null primary key,
    until_at bigint      not null
);

-- The newest banner of a language is the one that shows; rows are only added and ended.
create table banner (
    id        integer primary key,
    language  varchar(35)   not null,
    text      varchar(500)  not null,
    target    varchar(1000) not null,
    from_at   bigint        not null,
    until_at  bigint,
    raised_by varchar(200)  not null
);
create index banner_by_language on banner (language, id);
