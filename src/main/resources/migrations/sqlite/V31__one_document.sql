-- After the columns were read into objects.
alter table revision drop column kicker;
alter table revision drop column dateline_place;
alter table revision drop column byline;
alter table revision drop column source;

drop table draft;
alter table draft_next rename to draft;
create index draft_by_item on draft (item_id, id);
create index draft_by_account on draft (account_id, id);
create index draft_by_section on draft (section_id) where section_id is not null;

drop table preview;
alter table preview_next rename to preview;
create index preview_by_item on preview (item_id, id);
create index preview_by_end on preview (is_typed, until_at);

alter table live drop column kicker;
drop index live_pages;
create index live_standing on live (language, headline) where stands = 'standing';
