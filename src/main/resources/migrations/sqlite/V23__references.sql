-- What names what among the things that readers see: subjects are item:12, block:3, menu:main:en and banner:en, objects are
-- asset:7, item:12 and section:3. An item names what its live revision shows and links to. A row holds from from_at until
-- until_at, without end where they are null. The subject library names the files of an earlier site that stay public because
-- they were so there. V23.1 adds the rows of a portal that was there before.
create table reference (
    subject  varchar(100) not null,
    object   varchar(40)  not null,
    from_at  bigint,
    until_at bigint,
    primary key (subject, object)
);
create index reference_by_object on reference (object, from_at, until_at, subject);
