-- What readers filter and sort lists by: the values of fields of the items that they see now.
create table field_value (
    item_id  bigint       not null references item (id),
    kind     varchar(50)  not null,
    language varchar(35)  not null,
    field    varchar(50)  not null,
    value    varchar(200) not null,
    sort     varchar(200) not null,
    primary key (item_id, field, value)
);
create index field_value_by_value on field_value (kind, language, field, value);
create index field_value_by_sort on field_value (kind, language, field, sort, item_id);
