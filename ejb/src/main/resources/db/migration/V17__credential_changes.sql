-- What changes how somebody comes in: a fresh proof before it, bounds on the codes of tests, a way back after it.

-- When the person at the post last proved who they are, and when so by card or an equal of it; null: not that anybody knows.
alter table work_session add column proved_at timestamp(6) with time zone;
alter table work_session add column strongly_proved_at timestamp(6) with time zone;
update work_session set proved_at = opened_at where level <> 'EMERGENCY';
update work_session set strongly_proved_at = opened_at where level = 'STRONG';

-- Messages that have left within one window of time, for one agent, one unit or in all. The row's lock lets those that come
-- at once pass one after the other.
create table otp_quota (
  scope   varchar(60) not null primary key,
  used    integer     not null check (used >= 0),
  ends_at timestamp(6) with time zone not null
);
create index otp_quota_end on otp_quota (ends_at);

-- A change that can be undone. The secret is nowhere: it follows from the id and the server's key, and is found by its
-- digest. before_sealed: the channels as they were. undone_at is written once, by the first of any number of callers.
create table credential_undo (
  id            varchar(43)   not null primary key,
  secret_digest varchar(43)   not null unique,
  account_id    bigint        not null references account (id),
  kind          varchar(20)   not null check (kind in ('CHANNEL_ADDED', 'CHANNEL_REMOVED', 'PASSWORD_SET', 'PASSWORD_RECOVERED')),
  what          varchar(200)  not null,
  before_sealed varchar(2000) not null,
  changed_at    timestamp(6) with time zone not null,
  expires_at    timestamp(6) with time zone not null,
  undone_at     timestamp(6) with time zone,
  voided_at     timestamp(6) with time zone
);
create index credential_undo_account on credential_undo (account_id, changed_at);
create index credential_undo_expires on credential_undo (expires_at);

-- The change that a notice gives a way back from.
alter table message add column undo_id varchar(43);
