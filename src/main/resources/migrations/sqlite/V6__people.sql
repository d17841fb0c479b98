-- Who may sign in, how we know them, and who did what to whose account. Digests are SHA-256 or HMAC-SHA-256 as lower-case
-- hexadecimal text: no table holds a secret by which somebody could sign in.

create table account (
    id            integer primary key,
    email         varchar(254) not null,
    name          varchar(200) not null,
    name_key      varchar(400) not null,
    role          varchar(20)  not null,
    languages     text         not null,
    sections      text         not null,
    speaks        varchar(35)  not null,
    is_locked     bigint       not null,
    has_shortcuts bigint       not null,
    made_at       bigint       not null,
    password      varchar(500),
    code_secret   varchar(500),
    code_used     bigint       not null,
    unique (email),
    unique (name_key)
);

create table session (
    id         integer primary key,
    digest     varchar(64)  not null,
    account_id bigint       not null references account (id),
    begun_at   bigint       not null,
    seen_at    bigint       not null,
    address    varchar(100) not null,
    agent      varchar(500) not null,
    unique (digest)
);
create index session_by_account on session (account_id, seen_at);
create index session_by_time on session (seen_at);

create table recovery_code (
    account_id bigint      not null references account (id),
    digest     varchar(64) not null,
    primary key (account_id, digest)
);

-- Made when a password was right and a code is still asked for.
create table second_step (
    digest     varchar(64) not null,
    account_id bigint      not null references account (id),
    until_at   bigint      not null,
    tries      bigint      not null,
    primary key (digest)
);
create index second_step_by_time on second_step (until_at);

-- Without an account: for whoever becomes the first administrator.
create table one_time_link (
    id         integer primary key,
    digest     varchar(64)  not null,
    purpose    varchar(20)  not null,
    account_id bigint references account (id),
    until_at   bigint       not null,
    unique (digest)
);
create index one_time_link_by_account on one_time_link (account_id);

-- One row for each account, address, pair of them, or known browser that lately failed to sign in.
create table sign_in_failure (
    subject  varchar(200) not null,
    failures bigint       not null,
    last_at  bigint       not null,
    primary key (subject)
);
create index sign_in_failure_by_time on sign_in_failure (last_at);

create table passkey (
    id            integer primary key,
    account_id    bigint        not null references account (id),
    credential_id varchar(1400) not null,
    public_key    text          not null,
    signatures    bigint        not null,
    aaguid        varchar(36)   not null,
    transports    varchar(200)  not null,
    label         varchar(200)  not null,
    made_at       bigint        not null,
    used_at       bigint,
    unique (credential_id)
);
create index passkey_by_account on passkey (account_id, id);

create table outside_identity (
    id         integer primary key,
    account_id bigint       not null references account (id),
    issuer     varchar(500) not null,
    subject    varchar(500) not null,
    made_at    bigint       not null,
    unique (issuer, subject)
);
create index outside_identity_by_account on outside_identity (account_id);

-- Rows are only ever added.
create table account_log (
    id         integer primary key,
    at         bigint        not null,
    kind       varchar(40)   not null,
    account_id bigint references account (id),
    about      varchar(254)  not null,
    actor      varchar(200)  not null,
    address    varchar(100)  not null,
    detail     varchar(1000) not null
);
create index account_log_by_time on account_log (at, id);
create index account_log_by_account on account_log (account_id, at, id);
create index account_log_by_kind on account_log (kind, at, id);
