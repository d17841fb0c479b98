-- What stands around every page has a history: a row holds from valid_from until valid_until, and is never written again but
-- to end it; what holds now has no end. The instants from which until which readers are shown a block or a banner are its
-- editor's, and are called shown_from and shown_until. Of what was there before, a row holds from the last change that the
-- ledger has of it, or from the beginning of the ledger.
create temp table beginning as
select coalesce(min(at), 0) as at from change;

-- table section says where each section stands now; this says where it stood when
create table section_state (
    id          integer primary key,
    section_id  bigint       not null references section (id),
    parent_id   bigint references section (id),
    path        varchar(500) not null,
    place       bigint       not null,
    valid_from  bigint       not null,
    valid_until bigint
);
insert into section_state (section_id, parent_id, path, place, valid_from, valid_until)
select id, parent_id,
       case when removed_at is null then path else substr(path, 1, length(path) - length('~' || id)) end,
       place, case when removed_at < beginning.at then removed_at else beginning.at end, removed_at
from section, beginning
order by id;
create unique index section_state_now on section_state (section_id) where valid_until is null;
create index section_state_by_section on section_state (section_id, valid_from);

alter table section_title rename to earlier_title;
create table section_title (
    id          integer primary key,
    section_id  bigint        not null references section (id),
    language    varchar(35)   not null,
    title       varchar(500)  not null,
    description varchar(2000) not null,
    valid_from  bigint        not null,
    valid_until bigint
);
insert into section_title (section_id, language, title, description, valid_from)
select section_id, language, title, description,
       coalesce(
           (select max(change.at) from change
            where change.kind = 'section-titled' and change.section_id = earlier_title.section_id),
           (select at from beginning))
from earlier_title
order by section_id, language;
drop table earlier_title;
create unique index section_title_now on section_title (section_id, language) where valid_until is null;

alter table menu add column valid_from bigint not null default 0;
alter table menu add column valid_until bigint;
update menu
set valid_from = coalesce(
    (select max(change.at) from change where change.keys = 'menu:' || menu.menu || ':' || menu.language),
    (select at from beginning));
create index menu_now on menu (menu, language, place) where valid_until is null;

-- a block keeps its block_id in all its rows
alter table block rename to earlier_block;
create table block (
    id          integer primary key,
    block_id    bigint        not null,
    kind        varchar(20)   not null,
    language    varchar(35)   not null,
    spot        varchar(20)   not null,
    place       bigint        not null,
    title       varchar(500)  not null,
    text        varchar(4000) not null,
    target      varchar(1000) not null,
    picture_id  bigint references asset (id),
    shown_from  bigint,
    shown_until bigint,
    valid_from  bigint        not null,
    valid_until bigint
);
insert into block (id, block_id, kind, language, spot, place, title, text, target, picture_id, shown_from, shown_until,
                   valid_from)
select id, id, kind, language, spot, place, title, text, target, picture_id, from_at, until_at,
       coalesce(
           (select max(change.at) from change
            where change.part = 'blocks'
              and (change.language = earlier_block.language
                or change.keys like '%' || char(10) || 'blocks:' || earlier_block.language)),
           (select at from beginning))
from earlier_block
order by id;
drop table earlier_block;
create unique index block_now on block (block_id) where valid_until is null;

alter table banner rename column from_at to shown_from;
alter table banner rename column until_at to shown_until;
alter table banner add column valid_from bigint not null default 0;
alter table banner add column valid_until bigint;
update banner
set valid_from = shown_from,
    valid_until = coalesce(
        (select min(later.shown_from) from banner as later
         where later.language = banner.language and later.id > banner.id),
        (select max(change.at) from change
         where change.part = 'banner' and change.language = banner.language and change.verb = 'lower-banner'
           and change.at = banner.shown_until));
drop index banner_by_language;
create unique index banner_now on banner (language) where valid_until is null;

drop table beginning;
