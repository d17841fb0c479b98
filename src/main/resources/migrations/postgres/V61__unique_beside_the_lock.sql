-- What the lock of writers keeps true, the database keeps true by itself, too: whoever writes past the lock is refused.
-- The same as V61 of SQLite.

-- One item of a group in each language. Where there were two, the later one goes by itself from now on.
update item
set group_id = id
where exists (
    select 1 from item earlier
    where earlier.group_id = item.group_id and earlier.language = item.language and earlier.id < item.id
);
update live
set group_id = (select item.group_id from item where item.id = live.item_id)
where exists (select 1 from item where item.id = live.item_id and item.group_id <> live.group_id);
update desk
set group_id = (select item.group_id from item where item.id = desk.item_id)
where exists (select 1 from item where item.id = desk.item_id and item.group_id <> desk.group_id);
drop index item_by_group;
create unique index item_by_group on item (group_id, language);

-- One current address of an item: the one at which readers see it, or else the newest.
update path
set current = 0
where current = 1
    and exists (select 1 from live where live.item_id = path.item_id and live.path <> path.path)
    and exists (
        select 1 from live join path shown on shown.path = live.path
        where live.item_id = path.item_id and shown.item_id = path.item_id and shown.current = 1
    );
update path
set current = 0
where current = 1
    and exists (
        select 1 from path newer
        where newer.item_id = path.item_id
            and newer.current = 1
            and (newer.made_at > path.made_at or (newer.made_at = path.made_at and newer.path > path.path))
    );
create unique index path_now on path (item_id) where current = 1;
