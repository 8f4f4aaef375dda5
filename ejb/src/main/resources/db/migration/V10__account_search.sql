-- What an account is found by: its name from each of its words on, its identifiers, the last digits of its telephone;
-- in small letters without accents. Bytes and not text, so that both databases order them alike whatever their
-- collation, and the beginning of an entry is a range of the key.

create table account_entry (
  entry      bytea  not null,
  account_id bigint not null references account (id),
  primary key (entry, account_id)
);
create index account_entry_account on account_entry (account_id, entry);

-- By which version of the rules the entries were made; 0: not yet. Whoever changes a name by SQL sets it back to 0.
alter table account add column index_version integer default 0 not null;
create index account_index_version on account (index_version);

-- Who is found by their profiles' unit, and the profiles of a unit.
create index profile_unit on profile (unit_id);

-- The requests that wait, the oldest first.
create index account_request_waiting on account_request (status, first_seen_at);
