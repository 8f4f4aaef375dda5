-- The open work sessions, the phone each one holds, and what its bandeau must be told.
-- Sequences that every login draws on go by fifty: a node asks the database once for fifty numbers.

create sequence work_session_seq start with 50 increment by 50;
create sequence session_notice_seq start with 50 increment by 50;

create table workstation (
  id            varchar(43) not null primary key,
  first_seen_at timestamp(6) with time zone not null,
  last_seen_at  timestamp(6) with time zone not null
);

create table work_session (
  id             bigint      not null primary key,
  token_digest   varchar(43) not null unique,
  account_id     bigint      not null references account (id),
  method         varchar(20) not null,
  level          varchar(20) not null,
  profile_id     bigint      references profile (id),
  workstation_id varchar(43) references workstation (id),
  origin         varchar(45) not null,
  opened_at      timestamp(6) with time zone not null,
  last_seen_at   timestamp(6) with time zone not null,
  expires_at     timestamp(6) with time zone not null,
  ended_at       timestamp(6) with time zone,
  end_reason     varchar(20),
  version        integer     not null
);
create index work_session_account on work_session (account_id, ended_at);
create index work_session_ended on work_session (ended_at);

-- One agent at a time on a phone, one phone at a time for an agent: the two keys decide every race.
create table phone_link (
  phone_id    bigint not null primary key references phone (id),
  session_id  bigint not null unique references work_session (id),
  linked_at   timestamp(6) with time zone not null,
  lease_until timestamp(6) with time zone not null,
  cti_linked  boolean not null
);

-- The last number typed on a post for a unit. Names nobody.
create table workstation_phone (
  workstation_id varchar(43) not null references workstation (id),
  unit_id        bigint      not null references unit (id),
  phone_id       bigint      not null references phone (id),
  primary key (workstation_id, unit_id)
);

create table session_notice (
  id         bigint       not null primary key,
  session_id bigint       not null references work_session (id),
  kind       varchar(30)  not null,
  detail     varchar(200) not null,
  created_at timestamp(6) with time zone not null
);
create index session_notice_created on session_notice (created_at);
