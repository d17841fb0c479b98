-- Which fields were renamed by changed declarations, so that what was saved before is read with the names of today. It holds
-- for revisions up to the one that was the newest then.
create table field_renamed (
    id          integer primary key,
    kind        varchar(50) not null,
    earlier     varchar(50) not null,
    later       varchar(50) not null,
    revision_id bigint      not null,
    applied_at  bigint      not null
);
create index field_renamed_by_kind on field_renamed (kind, revision_id);
