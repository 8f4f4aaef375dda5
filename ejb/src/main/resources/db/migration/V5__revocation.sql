-- Revocation lists as their authority signed them, in pieces that both databases hold; and who fetches them when.
-- authority: SHA-256 of the public key that signs the list, in hexadecimal.

create sequence revocation_list_seq start with 1 increment by 1;
create sequence revocation_bypass_seq start with 1 increment by 1;

create table revocation_list (
  id          bigint       not null primary key,
  authority   varchar(64)  not null,
  delta       boolean      not null,
  crl_number  varchar(50)  not null,
  this_update timestamp(6) with time zone not null,
  next_update timestamp(6) with time zone not null,
  entries     integer      not null,
  octets      integer      not null,
  source      varchar(500) not null,
  imported_at timestamp(6) with time zone not null
);
create index revocation_list_authority on revocation_list (authority, delta);

create table revocation_list_piece (
  list_id  bigint  not null references revocation_list (id),
  position integer not null,
  content  bytea   not null,
  primary key (list_id, position)
);

create table revocation_fetch (
  authority    varchar(64) not null primary key,
  next_at      timestamp(6) with time zone not null,
  leased_until timestamp(6) with time zone not null,
  failures     integer     not null,
  last_error   varchar(500),
  last_try_at  timestamp(6) with time zone
);

create table revocation_bypass (
  id        bigint       not null primary key,
  reason    varchar(500) not null,
  opened_by varchar(100) not null,
  opened_at timestamp(6) with time zone not null,
  ends_at   timestamp(6) with time zone not null,
  closed_at timestamp(6) with time zone
);
create index revocation_bypass_ends_at on revocation_bypass (ends_at);
