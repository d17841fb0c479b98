-- Which events a block shows, and the months of a calendar above which a notice stands.
alter table block add column conditions varchar(500);
alter table block add column month_from varchar(7);
alter table block add column month_until varchar(7);
