-- The newsroom's list: one narrow row for each item, brought up to date by every deed about it, with who is to do what
-- until when. The words of the headline stand in lower case beside it, to be searched.
create table desk (
    item_id       integer primary key references item (id),
    changed_at    bigint        not null,
    state         varchar(20)   not null,
    kind          varchar(50)   not null,
    language      varchar(35)   not null,
    section_id    bigint        not null references section (id),
    group_id      bigint        not null,
    headline      varchar(1000) not null,
    headline_key  varchar(2000) not null,
    saved_at      bigint        not null,
    saved_by      varchar(200)  not null,
    release_at    bigint,
    open_comments bigint        not null,
    assignee_id   bigint references account (id),
    due_at        bigint
);
create index desk_by_change on desk (changed_at, item_id);
create index desk_by_state on desk (state, changed_at, item_id);
create index desk_by_assignee on desk (assignee_id, changed_at, item_id) where assignee_id is not null;
create index desk_by_saver on desk (saved_by, changed_at, item_id);
create index desk_by_section on desk (section_id, changed_at, item_id);
create index desk_by_release on desk (release_at) where release_at is not null;
create index desk_by_due on desk (due_at) where due_at is not null;

insert into desk (item_id, changed_at, state, kind, language, section_id, group_id, headline, headline_key, saved_at,
                  saved_by, release_at, open_comments)
select item.id,
       coalesce((select max(change.at) from change where change.item_id = item.id), revision.saved_at),
       item.state, item.kind, item.language, item.section_id, item.group_id, revision.headline,
       lower(revision.headline), revision.saved_at, revision.saved_by, item.due_at,
       (select count(*) from comment where comment.item_id = item.id and comment.resolved_at is null)
from item join revision on revision.id = item.head_id;

create table saved_view (
    id         integer primary key,
    account_id bigint        not null references account (id),
    name       varchar(100)  not null,
    query      varchar(2000) not null,
    unique (account_id, name)
);
