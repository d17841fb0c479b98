-- The same as V31 of SQLite.
alter table revision
    drop column kicker,
    drop column dateline_place,
    drop column byline,
    drop column source;

alter table draft
    drop column headline,
    drop column kicker,
    drop column standfirst,
    drop column dateline_place,
    drop column byline,
    drop column source,
    drop column picture_id,
    drop column picture_alt,
    drop column picture_caption,
    drop column picture_credit,
    drop column tags,
    drop column body,
    add column content text collate "C" not null;

alter table preview
    drop column headline,
    drop column kicker,
    drop column standfirst,
    drop column dateline_place,
    drop column byline,
    drop column source,
    drop column picture_id,
    drop column picture_alt,
    drop column picture_caption,
    drop column picture_credit,
    drop column tags,
    drop column body,
    add column content text collate "C" not null;

drop index live_pages;
alter table live drop column kicker;
create index live_standing on live (language, headline) where stands = 'standing';
