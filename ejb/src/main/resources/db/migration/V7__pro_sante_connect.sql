-- Logins by Pro Santé Connect that are under way, and what ties open sessions to the provider's.
-- State, nonce and verifier are derived from what the browser brings and the server's key: none of them stands here.

create table prosanteconnect_attempt (
  state_digest   varchar(43) not null primary key,
  browser_digest varchar(43) not null,
  support_code   varchar(16) not null,
  created_at     timestamp(6) with time zone not null,
  expires_at     timestamp(6) with time zone not null,
  used_at        timestamp(6) with time zone
);
create index prosanteconnect_attempt_expires on prosanteconnect_attempt (expires_at);

-- The ID token is sealed (AES-GCM); the provider's names for person and session are digests.
create table prosanteconnect_session (
  session_id     bigint         not null primary key references work_session (id),
  sealed_token   varchar(16000) not null,
  subject_digest varchar(43)    not null,
  sid_digest     varchar(43)
);
create index prosanteconnect_session_subject on prosanteconnect_session (subject_digest);
create index prosanteconnect_session_sid on prosanteconnect_session (sid_digest);

-- The log-out tokens that came, so that none counts twice.
create table prosanteconnect_logout (
  token_digest varchar(43) not null primary key,
  expires_at   timestamp(6) with time zone not null
);

-- Requests to an e-CPS that a browser waits for; the provider's name for each is sealed.
create table prosanteconnect_push (
  id             varchar(43)   not null primary key,
  browser_digest varchar(43)   not null,
  sealed_request varchar(4000) not null,
  digits         varchar(2)    not null,
  support_code   varchar(16)   not null,
  expires_at     timestamp(6) with time zone not null,
  poll_seconds   integer       not null,
  next_poll_at   timestamp(6) with time zone not null,
  over_at        timestamp(6) with time zone
);
create index prosanteconnect_push_browser on prosanteconnect_push (browser_digest);
create index prosanteconnect_push_expires on prosanteconnect_push (expires_at);
