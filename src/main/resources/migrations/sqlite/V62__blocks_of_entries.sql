-- Which entries of a directory a block shows, and in which section alone a block stands.
alter table block add column directory varchar(60);
alter table block add column selected varchar(20);
alter table block add column most bigint;
alter table block add column branch_id bigint;
