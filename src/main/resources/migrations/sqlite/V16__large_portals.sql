-- What a portal with a hundred thousand items and long logs asks for.

-- After this item, those of a section that was moved still stand at their earlier addresses; nothing when all have followed.
alter table section add column moving_after bigint;

create index path_by_section on path (section_id) where section_id is not null;
create index session_by_begin on session (begun_at);
create index second_step_by_account on second_step (account_id);
create index account_log_by_account_and_kind on account_log (account_id, kind, at);
create index tag_by_title on tag (language, title);
create index draft_by_section on draft (section_id) where section_id is not null;
