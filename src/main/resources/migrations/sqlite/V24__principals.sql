-- Who did something is kept by an id that never changes; names are looked up when they are shown. Until now the rows held
-- names, which people may change, and which another may take afterwards.
create table principal (
    id   integer primary key, -- that of the account, or negative
    name varchar(200) not null -- today's, or the last one of an account that is gone
);

insert into principal (id, name)
values (-1, 'schedule'), (-2, 'import wxr'), (-3, 'sample'), (-4, 'generate'), (-5, 'herald'), (-6, 'openid'), (-7, 'nobody');

insert into principal (id, name)
select id, name
from account;

-- which account had which name from when until when, as the account log tells it
create temp table had_name as
with renaming as (
    select account_id, at, id, actor as old_name, detail as new_name,
           lag(at) over (partition by account_id order by at, id) as earlier,
           lead(at) over (partition by account_id order by at, id) as later
    from account_log
    where kind = 'name-changed' and account_id is not null
)
select account_id, old_name as name,
       coalesce(earlier, (select made_at from account where account.id = account_id)) as from_at, at as until_at
from renaming
union all
select account_id, new_name, at, 9223372036854775807 from renaming where later is null
union all
select id, name, made_at, 9223372036854775807 from account
where id not in (select account_id from renaming);
create index temp.had_name_by_name on had_name (name);

create temp table doing as
select saved_by as name, saved_at as at from revision
union select actor, at from change
union select said_by, said_at from comment
union select resolved_by, resolved_at from comment where resolved_by is not null
union select typed_by, typed_at from draft
union select actor, at from account_log
union select made_by, made_at from preview
union select made_by, made_at from path where made_by is not null
union select planned_by, planned_at from planned
union select raised_by, from_at from banner
union select amended_by, amended_at from amendment;

-- a name at an instant: of the account that had it then, else of the product itself or the account that has
-- it now, else of one that had it at any time
create temp table doer as
select doing.name, doing.at,
       coalesce(
           (select max(account_id) from had_name
            where had_name.name = doing.name and had_name.from_at <= doing.at and doing.at < had_name.until_at),
           (select case doing.name when 'herald user' then -5 else max(principal.id) end
            from principal where principal.name = doing.name),
           (select max(account_id) from had_name where had_name.name = doing.name)) as principal_id
from doing;

-- names that no account has or had, such as those of accounts that are gone
insert into principal (id, name)
select -1000 - row_number() over (order by name), name
from (select distinct name from doer where principal_id is null and name <> 'herald user');
update doer
set principal_id = (select min(principal.id) from principal where principal.name = doer.name)
where principal_id is null;
create unique index temp.doer_by_name on doer (name, at);

drop index revision_by_saver;
alter table revision add column saved_by_id bigint not null default 0;
update revision set saved_by_id = (select principal_id from doer where name = saved_by and at = saved_at);
alter table revision drop column saved_by;
alter table revision rename column saved_by_id to saved_by;
create index revision_by_saver on revision (saved_by, item_id);

drop index change_by_actor;
alter table change add column principal_id bigint not null default 0;
update change set principal_id = (select principal_id from doer where name = actor and doer.at = change.at);
alter table change drop column actor;
create index change_by_principal on change (principal_id, at, position);

alter table comment add column said_by_id bigint not null default 0;
alter table comment add column resolved_by_id bigint references principal (id);
update comment
set said_by_id = (select principal_id from doer where name = said_by and at = said_at),
    resolved_by_id = (select principal_id from doer where name = resolved_by and at = resolved_at);
alter table comment drop column said_by;
alter table comment drop column resolved_by;
alter table comment rename column said_by_id to said_by;
alter table comment rename column resolved_by_id to resolved_by;

alter table draft drop column typed_by; -- account_id says it

alter table account_log add column principal_id bigint not null default 0;
update account_log
set principal_id = case kind
        when 'name-changed' then account_id -- only people themselves do that; they had the old name until then
        else (select doer.principal_id from doer where name = actor and doer.at = account_log.at)
    end;
alter table account_log drop column actor;

alter table preview add column made_by_id bigint not null default 0;
update preview set made_by_id = (select principal_id from doer where name = made_by and at = made_at);
alter table preview drop column made_by;
alter table preview rename column made_by_id to made_by;

drop index path_by_maker;
alter table path add column made_by_id bigint references principal (id);
update path
set made_by_id = (select principal_id from doer where name = made_by and at = made_at)
where made_by is not null;
alter table path drop column made_by;
alter table path rename column made_by_id to made_by;
create index path_by_maker on path (made_by, path) where made_by is not null;

alter table planned add column planned_by_id bigint not null default 0;
update planned set planned_by_id = (select principal_id from doer where name = planned_by and at = planned_at);
alter table planned drop column planned_by;
alter table planned rename column planned_by_id to planned_by;

alter table banner add column raised_by_id bigint not null default 0;
update banner set raised_by_id = (select principal_id from doer where name = raised_by and at = from_at);
alter table banner drop column raised_by;
alter table banner rename column raised_by_id to raised_by;

alter table amendment add column amended_by_id bigint not null default 0;
update amendment set amended_by_id = (select principal_id from doer where name = amended_by and at = amended_at);
alter table amendment drop column amended_by;
alter table amendment rename column amended_by_id to amended_by;

drop index desk_by_saver;
alter table desk add column saved_by_id bigint not null default 0;
update desk
set saved_by_id = (select revision.saved_by from item join revision on revision.id = item.head_id
                   where item.id = desk.item_id);
alter table desk drop column saved_by;
alter table desk rename column saved_by_id to saved_by;
create index desk_by_saver on desk (saved_by, changed_at, item_id);

drop table doer;
drop table doing;
drop table had_name;
