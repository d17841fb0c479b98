-- Forms that were sent after a session had ended, kept until their author has sent them again; see people.HeldForms.
create table held_form (
    id         varchar(64)  not null,
    account_id bigint       not null references account (id) on delete cascade,
    at         bigint       not null,
    form       text         not null,
    primary key (id)
);
create index held_form_by_account on held_form (account_id, at);
create index held_form_by_time on held_form (at);
