-- The verification of the trace that goes on, on whatever node: the key lets one run at a time. touched_at: its last sign of
-- life; a node that died leaves the place after a while. Its verdict stands in the trace itself.
create table trace_check (
  running      integer      not null primary key check (running = 1),
  node         varchar(64)  not null,
  support_code varchar(16)  not null,
  since        timestamp(6) with time zone not null,
  touched_at   timestamp(6) with time zone not null,
  rows_read    bigint       not null,
  percent      integer      not null
);
