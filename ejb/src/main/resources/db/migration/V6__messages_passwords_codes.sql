-- The way in by password and one-time code: passwords, the channels codes go to, the codes awaited, the messages that
-- carry them, and what slows down whoever guesses.

-- What a unit lets in. card_first: who must have come by card once before any other way opens to them.
alter table unit add column otp_allowed boolean default true not null;
alter table unit add column mail_code_allowed boolean default true not null;
alter table unit add column card_first varchar(10) default 'ARM' not null check (card_first in ('NOBODY', 'ARM', 'EVERYONE'));

-- hash: PHC string (Argon2id). recovered_*: the channel that proved the person when the password was last forgotten;
-- that channel gives no code for a while, so that one phone is never both factors.
create table account_password (
  account_id        bigint       not null primary key references account (id),
  hash              varchar(200) not null,
  set_at            timestamp(6) with time zone not null,
  recovered_kind    varchar(4),
  recovered_address varchar(254),
  recovered_at      timestamp(6) with time zone
);

-- Verified channels alone: what is not yet proved lives in its challenge.
create sequence otp_channel_seq start with 1 increment by 1;
create table otp_channel (
  id           bigint       not null primary key,
  account_id   bigint       not null references account (id),
  kind         varchar(4)   not null check (kind in ('SMS', 'MAIL')),
  address      varchar(254) not null,
  verified_at  timestamp(6) with time zone not null,
  doubted_at   timestamp(6) with time zone,
  unique (account_id, kind)
);

-- A code sent and awaited. The code itself is nowhere: it follows from the id and the server's key. account_id is null
-- for a decoy, which answers whoever asks for an account that does not exist.
create table otp_challenge (
  id             varchar(43)  not null primary key,
  browser_digest varchar(43)  not null,
  account_id     bigint       references account (id),
  purpose        varchar(20)  not null check (purpose in ('LOGIN', 'CONFIRM_CHANNEL', 'RECOVER')),
  kind           varchar(4)   not null,
  address        varchar(254) not null,
  letter         varchar(1)   not null,
  support_code   varchar(16)  not null,
  created_at     timestamp(6) with time zone not null,
  expires_at     timestamp(6) with time zone not null,
  last_sent_at   timestamp(6) with time zone not null,
  sends          integer      not null,
  tries_left     integer      not null,
  used_at        timestamp(6) with time zone,
  closed_at      timestamp(6) with time zone
);
create index otp_challenge_browser on otp_challenge (browser_digest, purpose);
create index otp_challenge_address on otp_challenge (address, purpose, created_at);
create index otp_challenge_created on otp_challenge (created_at);

-- The outbox: written with what it belongs to, sent after the commit.
create sequence message_seq start with 50 increment by 50;
create table message (
  id           bigint       not null primary key,
  account_id   bigint,
  challenge_id varchar(43),
  kind         varchar(4)   not null,
  address      varchar(254) not null,
  template     varchar(40)  not null,
  language     varchar(2)   not null,
  letter       varchar(1)   not null,
  detail       varchar(200) not null,
  support_code varchar(16)  not null,
  status       varchar(10)  not null,
  created_at   timestamp(6) with time zone not null,
  expires_at   timestamp(6) with time zone not null,
  taken_until  timestamp(6) with time zone not null,
  sent_at      timestamp(6) with time zone,
  gateway      varchar(40),
  reference    varchar(100)
);
create index message_challenge on message (challenge_id);
create index message_status on message (status, taken_until);
create index message_reference on message (gateway, reference);
create index message_created on message (created_at);

-- scope: a digest that names an account, or an account and a place, or a place.
create table login_throttle (
  scope           varchar(50) not null primary key,
  failures        integer     not null,
  last_failure_at timestamp(6) with time zone not null,
  blocked_until   timestamp(6) with time zone not null
);
create index login_throttle_last on login_throttle (last_failure_at);
