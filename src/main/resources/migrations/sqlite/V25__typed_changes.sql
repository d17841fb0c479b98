-- The change ledger says what changed, one row for each subject. The rows of one verb follow each other; all but the first
-- name the first one, so that a verb is found once. Kinds and their columns: see store.ChangeRows.
alter table change add column kind varchar(30) not null default 'newsroom-changed';
alter table change add column part_of bigint references change (position);
alter table change add column section_id bigint;
alter table change add column asset_id bigint;
alter table change add column language varchar(35);
alter table change add column part varchar(20); -- of the outline: sections, menu, blocks, banner
alter table change add column path varchar(1000); -- where it stands since, or what stood there no more
alter table change add column old_path varchar(1000); -- where it stood before it moved

drop index change_by_time;
drop index change_by_principal;
drop index change_by_verb;
create index change_by_time on change (at, position) where part_of is null;
create index change_by_principal on change (principal_id, at, position) where part_of is null;
create index change_by_verb on change (verb, at, position) where part_of is null;

-- Earlier rows, one for each verb, say as much as can be known of them.
update change
set kind = case
        when item_id is not null and keys = '' then 'item-edited'
        when item_id is not null and verb = 'withdraw' then 'item-hidden'
        when item_id is not null then 'item-shown'
        when keys = '' and verb = 'keep-asset' then 'asset-changed'
        when verb = 'keep-asset' then 'library-changed'
        when verb = 'follow-time-zone' then 'settings-changed'
        when verb in ('add-redirect', 'remove-redirect', 'keep-address') then 'path-changed'
        when keys = '' then 'newsroom-changed'
        else 'outline-changed'
    end;

update change
set language = (select item.language from item where item.id = change.item_id)
where kind in ('item-shown', 'item-hidden');
update change
set path = (select publication.path from publication
            where publication.item_id = change.item_id and publication.from_at <= change.at
            order by publication.from_at desc, publication.id desc limit 1)
where kind in ('item-shown', 'item-hidden');
update change
set old_path = (select publication.path from publication
                where publication.item_id = change.item_id and publication.until_at = change.at
                  and publication.reason is null and publication.path <> change.path
                order by publication.id desc limit 1)
where kind = 'item-shown';
update change set kind = 'item-moved' where old_path is not null;
update change set kind = 'item-edited', language = null where kind in ('item-shown', 'item-hidden') and path is null;

update change set path = substr(keys, 6) where kind = 'path-changed';

-- a file is known where it alone was recorded at that instant
create temp table recorded as
select made_at, min(id) as asset_id from asset group by made_at having count(*) = 1;
create unique index temp.recorded_by_time on recorded (made_at);
update change
set asset_id = (select recorded.asset_id from recorded where recorded.made_at = change.at)
where kind = 'asset-changed';
update change set kind = 'library-changed' where kind = 'asset-changed' and asset_id is null;
drop table recorded;

-- of the outline the keys say which part, and of a section's titles which section
update change
set part = case
        when keys like 'menu:%' then 'menu'
        when keys like 'blocks:%' then 'blocks'
        when keys like 'banner:%' then 'banner'
        else 'sections'
    end
where kind = 'outline-changed';
update change
set language = case part
        when 'menu' then substr(keys, 6 + instr(substr(keys, 6), ':'))
        else substr(keys, 8, instr(keys || char(10), char(10)) - 8) -- the first of two, where a block changed its language
    end
where part in ('menu', 'blocks', 'banner');
update change
set kind = 'section-titled', part = null, section_id = cast(substr(keys, 9) as bigint)
where kind = 'outline-changed' and keys like 'section:%';
update change
set kind = 'section-removed', part = null,
    section_id = (select max(section.id) from section where section.removed_at = change.at),
    path = (select substr(section.path, 1, length(section.path) - length('~' || section.id)) from section
            where section.id = (select max(removed.id) from section as removed where removed.removed_at = change.at))
where kind = 'outline-changed' and verb = 'remove-section'
  and (select count(*) from section where section.removed_at = change.at) = 1;
