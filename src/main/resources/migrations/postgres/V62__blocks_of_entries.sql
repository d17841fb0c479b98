-- Which entries of a directory a block shows, and in which section alone a block stands.
alter table block add column directory text collate "C";
alter table block add column selected text collate "C";
alter table block add column most bigint;
alter table block add column branch_id bigint;
