-- What a supervisor of a unit needs: to lift the delays of one account, and to reset a channel with a second person.

-- Of which account a counter is, as a digest, so that a supervisor can lift all its delays at once; null for a place.
alter table login_throttle add column owner varchar(43);
create index login_throttle_owner on login_throttle (owner);

-- A channel that one person asks to have reset and another one confirms. decided_at is written once: the first of any
-- number of decisions counts. open_for is the account while the reset waits and null afterwards, so that the database
-- lets one wait for a channel.
create sequence channel_reset_seq start with 1 increment by 1;
create table channel_reset (
  id         bigint      not null primary key,
  account_id bigint      not null references account (id),
  open_for   bigint      references account (id),
  unit_id    bigint      not null references unit (id),
  kind       varchar(4)  not null check (kind in ('SMS', 'MAIL')),
  asked_by   bigint      not null references account (id),
  asked_at   timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone not null,
  decided_by bigint      references account (id),
  decided_at timestamp(6) with time zone,
  decision   varchar(10) check (decision in ('CONFIRMED', 'REJECTED')),
  unique (open_for, kind),
  check (decided_by is null or decision = 'REJECTED' or decided_by <> asked_by)
);
create index channel_reset_unit on channel_reset (unit_id, expires_at);

-- Accès de secours. The secret is nowhere, only its keyed digest. open_for is the account while the access is open and null
-- afterwards, so that the database lets one be open for an agent. Whoever reviews neither opened nor used it.
alter table work_session add column only_unit_id bigint references unit (id);
create sequence emergency_access_seq start with 1 increment by 1;
create table emergency_access (
  id            bigint       not null primary key,
  account_id    bigint       not null references account (id),
  open_for      bigint       unique references account (id),
  unit_id       bigint       not null references unit (id),
  opened_by     bigint       not null references account (id),
  reason        varchar(500) not null,
  secret_digest varchar(43)  not null,
  tries_left    integer      not null check (tries_left >= 0),
  opened_at     timestamp(6) with time zone not null,
  expires_at    timestamp(6) with time zone not null,
  used_at       timestamp(6) with time zone,
  session_id    bigint       references work_session (id),
  closed_at     timestamp(6) with time zone,
  closed_by     bigint       references account (id),
  reviewed_at   timestamp(6) with time zone,
  reviewed_by   bigint       references account (id),
  review_words  varchar(500),
  check (opened_by <> account_id),
  check (reviewed_by is null or (reviewed_by <> opened_by and reviewed_by <> account_id))
);
create index emergency_access_reviewed on emergency_access (reviewed_at);
