-- The trace: rows are only ever added.

create sequence audit_entry_seq start with 50 increment by 50;

create table audit_entry (
  id             bigint       not null primary key,
  at             timestamp(6) with time zone not null,
  node           varchar(64)  not null,
  kind           varchar(40)  not null,
  outcome        varchar(40)  not null,
  support_code   varchar(16)  not null,
  account_id     bigint,
  session_id     bigint,
  identifier     varchar(32),
  unit_code      varchar(5),
  origin         varchar(45),
  workstation_id varchar(43),
  detail         varchar(2000) not null
);
create index audit_entry_support_code on audit_entry (support_code);
create index audit_entry_at on audit_entry (at);
create index audit_entry_account on audit_entry (account_id, at);
