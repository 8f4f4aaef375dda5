-- A trace that proves itself: the rows of one node form a chain. Each carries its place in it, the digest of the row
-- before it and its own, over every column (see RowDigest). Rows older than this file have none of the three: they stand
-- before the chain, and are sealed as one block when the first chained row is written.
alter table audit_entry add column sequence_number bigint;
alter table audit_entry add column previous_digest varchar(43);
alter table audit_entry add column digest varchar(43);
alter table audit_entry add constraint audit_entry_chained check (
  (sequence_number is null and previous_digest is null and digest is null)
  or (sequence_number is not null and previous_digest is not null and digest is not null));
create unique index audit_entry_chain on audit_entry (node, sequence_number);

-- Where the chain of each node ends. seal: HMAC over the other columns, so that only the portal can move it.
create table audit_chain (
  node            varchar(64) not null primary key,
  sequence_number bigint      not null,
  digest          varchar(43) not null,
  sealed_to       bigint      not null,
  seal            varchar(43) not null
);

-- SEGMENT: the rows from…to are as they were. PURGED: they were deleted after their time. BEFORE: the rows that stand
-- before the chain, under the node ''. seal: HMAC over the other columns.
create table audit_seal (
  node          varchar(64) not null,
  kind          varchar(8)  not null check (kind in ('SEGMENT', 'PURGED', 'BEFORE')),
  from_sequence bigint      not null,
  to_sequence   bigint      not null,
  row_count     bigint      not null,
  digest        varchar(43) not null,
  last_at       timestamp(6) with time zone not null,
  sealed_at     timestamp(6) with time zone not null,
  seal          varchar(43) not null,
  primary key (node, to_sequence)
);

-- What the trace is searched by, newest first; the id decides between rows of one instant.
drop index audit_entry_at;
create index audit_entry_at on audit_entry (at, id);
drop index audit_entry_account;
create index audit_entry_account on audit_entry (account_id, at, id);
create index audit_entry_unit on audit_entry (unit_code, at, id);
create index audit_entry_kind on audit_entry (kind, at, id);
create index audit_entry_origin on audit_entry (origin, at, id);
