-- What a portal is called by for ever, whatever its name and its host: 32 hexadecimal digits, chosen once by chance. The
-- identities of entries of feeds are made of it.

create table portal_identity (
    only_row bigint      not null primary key,
    value    varchar(32) not null
);

insert into portal_identity (only_row, value) values (1, lower(hex(randomblob(16))));

-- The newest entries of a directory, and what was withdrawn lately.
create index live_newest on live (kind, language, published_at, item_id);
create index publication_withdrawn on publication (until_at) where reason is not null;
