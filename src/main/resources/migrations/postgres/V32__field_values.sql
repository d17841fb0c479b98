-- What readers filter and sort lists by: the values of fields of the items that they see now.
create table field_value (
    item_id  bigint not null references item (id),
    kind     text collate "C" not null,
    language text collate "C" not null,
    field    text collate "C" not null,
    value    text collate "C" not null,
    sort     text collate "C" not null,
    primary key (item_id, field, value)
);
create index field_value_by_value on field_value (kind, language, field, value);
create index field_value_by_sort on field_value (kind, language, field, sort, item_id);
