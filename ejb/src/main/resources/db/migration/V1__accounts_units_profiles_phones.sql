-- Who may come in, where they work, and which phone stands on which desk.
-- Plain SQL that H2 (MODE=PostgreSQL) and PostgreSQL both read the same way.

create sequence account_seq start with 1 increment by 1;
create sequence unit_seq start with 1 increment by 1;
create sequence profile_seq start with 1 increment by 1;
create sequence phone_seq start with 1 increment by 1;

create table account (
  id           bigint       not null primary key,
  login_name   varchar(64)  not null unique,
  given_name   varchar(100) not null,
  family_name  varchar(100) not null,
  status       varchar(10)  not null check (status in ('ACTIVE', 'CLOSED')),
  created_at   timestamp(6) with time zone not null,
  closed_at    timestamp(6) with time zone,
  card_seen_at timestamp(6) with time zone,
  version      integer      not null
);

-- A person keeps several national identifiers over a career; one identifier names one person.
create table account_identifier (
  identifier varchar(32) not null primary key,
  account_id bigint      not null references account (id),
  added_at   timestamp(6) with time zone not null
);
create index account_identifier_account on account_identifier (account_id);

-- A good card that no account knows: it waits here for the administrator.
create table account_request (
  identifier    varchar(32)  not null primary key,
  given_name    varchar(100) not null,
  family_name   varchar(100) not null,
  card_type     varchar(10)  not null,
  first_seen_at timestamp(6) with time zone not null,
  last_seen_at  timestamp(6) with time zone not null,
  attempts      integer      not null,
  support_code  varchar(16)  not null,
  status        varchar(10)  not null check (status in ('WAITING', 'GRANTED', 'REJECTED')),
  version       integer      not null
);

create table unit (
  id                   bigint       not null primary key,
  code                 varchar(5)   not null unique,
  name                 varchar(200) not null,
  idle_timeout_seconds integer      not null check (idle_timeout_seconds between 300 and 43200),
  version              integer      not null
);

create table profile (
  id             bigint       not null primary key,
  account_id     bigint       not null references account (id),
  unit_id        bigint       not null references unit (id),
  function_label varchar(100) not null,
  needs_phone    boolean      not null,
  valid_from     date         not null,
  valid_until    date,
  last_chosen_at timestamp(6) with time zone,
  version        integer      not null,
  check (valid_until is null or valid_until >= valid_from)
);
create index profile_account on profile (account_id);

create table phone (
  id      bigint       not null primary key,
  unit_id bigint       not null references unit (id),
  number  varchar(20)  not null,
  label   varchar(100) not null,
  active  boolean      not null,
  unique (unit_id, number)
);
