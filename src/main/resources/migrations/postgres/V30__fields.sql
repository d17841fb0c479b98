-- The same as V30 of SQLite; no portal was in PostgreSQL before, so there are no earlier rows to bring along.
alter table revision
    add column fields text collate "C" not null default '{}',
    add column digest text collate "C" not null default '';

alter table live
    add column card text collate "C" not null default '{}',
    add column stands text collate "C" not null default 'dated';
