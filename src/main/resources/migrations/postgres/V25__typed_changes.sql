-- The same as V25 of SQLite; no portal was in PostgreSQL before, so there are no earlier rows to bring along.
alter table change
    add column kind text collate "C" not null default 'newsroom-changed',
    add column part_of bigint references change (position),
    add column section_id bigint,
    add column asset_id bigint,
    add column language text collate "C",
    add column part text collate "C",
    add column path text collate "C",
    add column old_path text collate "C";

drop index change_by_time;
drop index change_by_principal;
drop index change_by_verb;
create index change_by_time on change (at, position) where part_of is null;
create index change_by_principal on change (principal_id, at, position) where part_of is null;
create index change_by_verb on change (verb, at, position) where part_of is null;
