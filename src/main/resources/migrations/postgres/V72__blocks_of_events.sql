-- Which events a block shows, and the months of a calendar above which a notice stands.
alter table block add column conditions text collate "C";
alter table block add column month_from text collate "C";
alter table block add column month_until text collate "C";
