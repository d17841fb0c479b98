-- A change to an item that readers see, or saw before it was withdrawn, has a review state of its own: draft, in-review or
-- approved; null when readers see, or saw, what the newest revision says.
alter table item add column change_state varchar(20);

-- A publication that brought a live item up to date without a correction; readers see when.
alter table publication add column is_update bigint not null default 0;
alter table live add column updated_at bigint;

-- Later wordings of correction notes. The first one stands in the publication; readers see the newest.
create table amendment (
    id             integer primary key,
    publication_id bigint       not null references publication (id),
    amended_at     bigint       not null,
    amended_by     varchar(200) not null,
    note           text         not null
);
create index amendment_by_publication on amendment (publication_id, id);

update item
set change_state = case when approved_id = head_id then 'approved' else 'draft' end
where state in ('published', 'corrected', 'withdrawn')
  and exists (
    select 1
    from publication
             join revision as shown on shown.id = publication.revision_id
             join revision as head on head.id = item.head_id
    where publication.id = (select max(newest.id) from publication as newest where newest.item_id = item.id)
      and head.id <> shown.id
      and (head.headline <> shown.headline or head.kicker <> shown.kicker or head.standfirst <> shown.standfirst
        or head.dateline_place <> shown.dateline_place or head.byline <> shown.byline or head.source <> shown.source
        or head.picture_id is not shown.picture_id or head.picture_alt <> shown.picture_alt
        or head.picture_caption <> shown.picture_caption or head.picture_credit <> shown.picture_credit
        or head.tags <> shown.tags or head.body <> shown.body));

-- The newsroom's list says so too, and until when an item is held back, and whether it came back to its writers.
alter table desk add column change_state varchar(20);
alter table desk add column embargo_at bigint;
alter table desk add column is_sent_back bigint not null default 0;
update desk
set change_state = (select item.change_state from item where item.id = desk.item_id),
    embargo_at = (select item.embargo_at from item where item.id = desk.item_id),
    is_sent_back = exists (
        select 1
        from comment
                 join item on item.id = comment.item_id
        where comment.item_id = desk.item_id
          and comment.resolved_at is null
          and comment.kind in ('sent-back', 'missed')
          and coalesce(item.change_state, item.state) = 'draft');
create index desk_by_waiting_change on desk (changed_at, item_id) where change_state is not null;
create index desk_by_embargo on desk (embargo_at) where embargo_at is not null;
create index desk_by_sent_back on desk (changed_at, item_id) where is_sent_back = 1;
create index revision_by_saver on revision (saved_by, item_id);
