-- Imports of the directory (units, accounts, profiles, phones): their history, and the lines of the one being looked at.

create sequence directory_import_seq start with 1 increment by 1;

-- running is 1 or null: its key lets one import at a time run, on whatever node. touched_at: the running import's last
-- sign of life; a node that died leaves its place after a while.
create table directory_import (
  id           bigint       not null primary key,
  running      integer      unique check (running = 1),
  state        varchar(12)  not null check (state in ('READING', 'COMPARING', 'REFUSED', 'READY', 'MOVED', 'UNCHANGED', 'APPLYING', 'APPLIED', 'REPLACED', 'CANCELLED', 'FAILED')),
  complete     boolean      not null,
  at_once      boolean      not null,
  actor        varchar(100) not null,
  account_id   bigint,
  session_id   bigint,
  support_code varchar(16)  not null,
  started_at   timestamp(6) with time zone not null,
  touched_at   timestamp(6) with time zone not null,
  finished_at  timestamp(6) with time zone,
  rows_read    bigint       not null,
  octets_read  bigint       not null,
  octets_total bigint       not null,
  errors       integer      not null,
  fingerprint  varchar(43)
);
create index directory_import_started on directory_import (started_at);

create table directory_import_file (
  import_id bigint       not null references directory_import (id),
  kind      varchar(10)  not null,
  name      varchar(100) not null,
  digest    varchar(43)  not null,
  octets    bigint       not null,
  primary key (import_id, kind)
);

create table directory_import_error (
  import_id   bigint       not null references directory_import (id),
  position    integer      not null,
  kind        varchar(10)  not null,
  line        bigint       not null,
  column_name varchar(40),
  reason      varchar(40)  not null,
  detail      varchar(200) not null,
  primary key (import_id, position)
);

-- What an import changes: how much of each kind, and the first ones of each with their values before and after.
create table directory_import_count (
  import_id bigint      not null references directory_import (id),
  kind      varchar(10) not null,
  action    varchar(10) not null,
  number    bigint      not null,
  primary key (import_id, kind, action)
);
create table directory_import_change (
  import_id   bigint       not null references directory_import (id),
  position    integer      not null,
  kind        varchar(10)  not null,
  action      varchar(10)  not null,
  line        bigint       not null,
  subject     varchar(300) not null,
  before_text varchar(600) not null,
  after_text  varchar(600) not null,
  primary key (import_id, position)
);

-- The lines of the last import, read and judged one by one, and what they come to once compared with what is there.
create table staged_unit (
  line         bigint       not null primary key,
  code         varchar(5)   not null,
  name         varchar(200) not null,
  idle_seconds integer,
  unit_id      bigint
);
create index staged_unit_code on staged_unit (code);
create index staged_unit_unit on staged_unit (unit_id);

-- login_name: as given, else as found or derived. proposed: what to derive it from. status: null to leave it as it is.
create table staged_account (
  line        bigint       not null primary key,
  login_name  varchar(64),
  login_given boolean      not null,
  proposed    varchar(64)  not null,
  given_name  varchar(100) not null,
  family_name varchar(100) not null,
  status      varchar(10),
  account_id  bigint,
  fresh       boolean      not null
);
create index staged_account_login on staged_account (login_name);
create index staged_account_proposed on staged_account (proposed);
create index staged_account_account on staged_account (account_id);

create table staged_identifier (
  line       bigint      not null,
  identifier varchar(32) not null,
  primary key (line, identifier)
);
create index staged_identifier_identifier on staged_identifier (identifier);

create table staged_profile (
  line           bigint       not null primary key,
  login_name     varchar(64),
  identifier     varchar(32),
  unit_code      varchar(5)   not null,
  function_label varchar(100) not null,
  needs_phone    boolean      not null,
  from_given     date,
  valid_from     date,
  valid_until    date,
  account_id     bigint,
  unit_id        bigint,
  profile_id     bigint
);
create index staged_profile_key on staged_profile (account_id, unit_id, function_label);
create index staged_profile_profile on staged_profile (profile_id);

create table staged_phone (
  line      bigint       not null primary key,
  unit_code varchar(5)   not null,
  number    varchar(20)  not null,
  label     varchar(100) not null,
  active    boolean,
  unit_id   bigint,
  phone_id  bigint
);
create index staged_phone_key on staged_phone (unit_id, number);
create index staged_phone_phone on staged_phone (phone_id);

-- Who may hand in files by HTTP. Only the digest of a token is kept.
create sequence import_token_seq start with 1 increment by 1;
create table import_token (
  id           bigint       not null primary key,
  name         varchar(60)  not null unique,
  digest       varchar(43)  not null unique,
  created_by   varchar(100) not null,
  created_at   timestamp(6) with time zone not null,
  expires_at   timestamp(6) with time zone not null,
  revoked_at   timestamp(6) with time zone,
  last_used_at timestamp(6) with time zone
);
