-- Rows of the trace are only ever added. They may be deleted when they are older than the shortest time for which the
-- CNIL wants such logs kept (deliberation 2021-122: six months); the portal itself waits for portail.audit.retention.
-- H2 has no triggers in SQL: there the chain alone tells.
create function audit_append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.at < now() - interval '180 days' then
      return old;
    end if;
  end if;
  raise exception 'rows of % are only ever added', tg_table_name using errcode = 'insufficient_privilege';
end $$;

create trigger audit_entry_append_only before update or delete on audit_entry
  for each row execute function audit_append_only();
create trigger audit_entry_no_truncate before truncate on audit_entry
  for each statement execute function audit_append_only();

-- Nobody should read ten million rows to find that none stands before the chain.
create index audit_entry_before_chain on audit_entry (id) where sequence_number is null;
