-- Who may administer, supervise and audit; whoever has no row here is an agent.
-- scope: the unit's id, or 0 where the role holds everywhere, so that the key has no null and decides every race.

create table account_role (
  account_id bigint      not null references account (id),
  role       varchar(20) not null check (role in ('SUPERVISOR', 'ADMINISTRATOR', 'AUDITOR')),
  scope      bigint      not null,
  unit_id    bigint      references unit (id),
  granted_at timestamp(6) with time zone not null,
  primary key (account_id, role, scope),
  check ((role = 'SUPERVISOR') = (unit_id is not null)),
  check (scope = coalesce(unit_id, 0))
);
create index account_role_role on account_role (role, scope);
