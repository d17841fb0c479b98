-- A translation is stale when what it was translated from reads differently by now, as it was saved last or as readers see
-- it. The newsroom's list keeps that with each row.

-- Where nobody said what a translation was made from, it is the newest revision of the original there was when it was saved.
update item
set translated_from = coalesce(
    (select max(source.id)
     from revision as source
     where source.item_id = item.group_id
       and source.saved_at <= (select head.saved_at from revision as head where head.id = item.head_id)),
    (select min(source.id) from revision as source where source.item_id = item.group_id))
where translated_from is null
  and group_id <> id;

alter table desk add column is_stale bigint not null default 0;
create index desk_by_staleness on desk (changed_at, item_id) where is_stale = 1;

update desk
set is_stale = 1
where item_id in (
    select item.id
    from item
             join revision as base on base.id = item.translated_from
             join item as source on source.id = base.item_id
             left join live on live.item_id = source.id
             join revision as newer on newer.id in (source.head_id, live.revision_id)
    where newer.number > base.number
      and (newer.headline <> base.headline or newer.kicker <> base.kicker or newer.standfirst <> base.standfirst
        or newer.dateline_place <> base.dateline_place or newer.byline <> base.byline or newer.source <> base.source
        or newer.picture_id is not base.picture_id or newer.picture_alt <> base.picture_alt
        or newer.picture_caption <> base.picture_caption or newer.picture_credit <> base.picture_credit
        or newer.tags <> base.tags or newer.body <> base.body));
