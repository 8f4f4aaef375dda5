-- What a supervisor of a unit needs: to lift the delays of one account, and to reset a channel with a second person.

-- Of which account a counter is, as a digest, so that a supervisor can lift all its delays at once; null for a place.
alter table login_throttle add column owner varchar(43);
create index login_throttle_owner on login_throttle (owner);

-- A channel that one person asks to have reset and another one confirms. decided_at is written once: the first of any
-- number of decisions counts.
create sequence channel_reset_seq start with 1 increment by 1;
create table channel_reset (
  id         bigint      not null primary key,
  account_id bigint      not null references account (id),
  unit_id    bigint      not null references unit (id),
  kind       varchar(4)  not null check (kind in ('SMS', 'MAIL')),
  asked_by   bigint      not null references account (id),
  asked_at   timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone not null,
  decided_by bigint      references account (id),
  decided_at timestamp(6) with time zone,
  decision   varchar(10) check (decision in ('CONFIRMED', 'REJECTED')),
  check (decided_by is null or decision = 'REJECTED' or decided_by <> asked_by)
);
create index channel_reset_unit on channel_reset (unit_id, expires_at);
