-- What was asked for a forgotten password, until somebody has looked whether there is such a person: afterwards, so that the
-- asking takes as long for nobody as for somebody. login_name is null for what can be no identifier.
create table recovery_request (
  challenge_id varchar(43) not null primary key,
  login_name   varchar(64),
  language     varchar(2)  not null,
  origin       varchar(45) not null,
  asked_at     timestamp(6) with time zone not null
);
create index recovery_request_asked on recovery_request (asked_at);
