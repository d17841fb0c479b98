-- How far each follower of the change ledger that must miss nothing has come.
create table follower (
    name     varchar(50) not null primary key,
    position bigint      not null
);
