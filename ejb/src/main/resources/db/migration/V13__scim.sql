-- Provisioning by SCIM 2.0 (RFC 7643, RFC 7644).

-- What a machine's token opens: imports of files, or SCIM; never both.
alter table import_token add column scope varchar(10) default 'IMPORT' not null;

-- What the identity system says of an account beyond what the portal knows: its own key; and that it has deleted the
-- account, by the instant of that closing. Whoever opens the account again undoes it.
create table scim_user (
  account_id  bigint       not null primary key references account (id),
  external_id varchar(255) unique,
  removed_at  timestamp(6) with time zone
);

-- Groups: those who hold one function in one unit. A row gives the group its identifier; its members are profiles.
create sequence scim_group_seq start with 1 increment by 1;
create table scim_group (
  id             bigint       not null primary key,
  unit_id        bigint       not null references unit (id),
  function_label varchar(100) not null,
  external_id    varchar(255) unique,
  unique (unit_id, function_label)
);

-- What was closed or ended by SCIM lately: too much in one day looks like an accident.
create sequence scim_leaving_seq start with 1 increment by 1;
create table scim_leaving (
  id      bigint      not null primary key,
  kind    varchar(10) not null check (kind in ('ACCOUNTS', 'PROFILES')),
  leavers integer     not null,
  left_at timestamp(6) with time zone not null
);
create index scim_leaving_lately on scim_leaving (kind, left_at);
