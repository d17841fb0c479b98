-- What passkeys need beside V6.

-- By which a device knows for whom it keeps a passkey (WebAuthn Level 3, section 14.6.1): random, the same for all of an
-- account, and it says nothing about them.
alter table passkey add column handle varchar(100) not null default '';

-- True for passkeys that go with their owner from device to device.
alter table passkey add column is_synced bigint not null default 0;

-- What a passkey is asked to sign. Each is good once, for a sign-in, or for this account to add a passkey with this handle.
create table passkey_challenge (
    digest     varchar(64)  not null,
    account_id bigint references account (id),
    handle     varchar(100) not null,
    until_at   bigint       not null,
    primary key (digest)
);
create index passkey_challenge_by_time on passkey_challenge (until_at);
