-- Who imports entries, and how an entry is found by the word of its address.
insert into principal (id, name) values (-8, 'import csv');

create index item_by_slug on item (slug, kind);
