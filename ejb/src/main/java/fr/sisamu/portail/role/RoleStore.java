package fr.sisamu.portail.role;

import fr.sisamu.portail.account.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The rows of roles. */
@ApplicationScoped
class RoleStore {

    /** Of an active account and a unit that exists, or nothing is added. */
    private static final String ADD = """
            insert into account_role (account_id, role, scope, unit_id, granted_at)
            select a.id, cast(?2 as varchar(20)), coalesce(u.id, 0), u.id, cast(?4 as timestamp(6) with time zone)
            from account a left join unit u on u.id = ?3
            where a.id = ?1 and a.status = 'ACTIVE' and coalesce(u.id, 0) = ?3
            on conflict do nothing""";

    private static final String ACTIVE = "select id from account where id = ?1 and status = 'ACTIVE'";

    private static final String REMOVE = "delete from account_role where account_id = ?1 and role = ?2 and scope = ?3";

    /** In one order for everybody, so that two who lock wait for each other rather than for ever. */
    private static final String LOCK =
            "select account_id from account_role where role = 'ADMINISTRATOR' order by account_id for update";

    @PersistenceContext(unitName = "portail")
    EntityManager rows;

    List<HeldRole> of(AccountId account) {
        return rows.createNamedQuery(StoredRole.OF_ACCOUNT, RoleRow.class)
                .setParameter("account", account.value())
                .getResultStream()
                .map(RoleRow::view)
                .toList();
    }

    /** The active accounts that hold this role, wherever. */
    List<Long> holders(Role role) {
        return rows.createNamedQuery(StoredRole.HOLDERS, Long.class)
                .setParameter("role", role)
                .getResultList();
    }

    @Transactional
    boolean add(AccountId account, Role role, Optional<Long> unit, Instant now) {
        return rows.createNativeQuery(ADD)
                        .setParameter(1, account.value())
                        .setParameter(2, role.name())
                        .setParameter(3, unit.orElse(0L))
                        .setParameter(4, now.atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }

    /** Why nothing was added. */
    RoleChange refusalFor(AccountId account) {
        boolean active = !rows.createNativeQuery(ACTIVE)
                .setParameter(1, account.value())
                .getResultList()
                .isEmpty();
        return active ? RoleChange.UNIT_REFUSED : RoleChange.NO_ACCOUNT;
    }

    /** Removes the role unless it is the last active administrator's. */
    @Transactional
    RoleChange remove(AccountId account, Role role, Optional<Long> unit) {
        if (role == Role.ADMINISTRATOR && isLastAdministrator(account)) {
            return RoleChange.LAST_ADMINISTRATOR;
        }
        int removed = rows.createNativeQuery(REMOVE)
                .setParameter(1, account.value())
                .setParameter(2, role.name())
                .setParameter(3, unit.orElse(0L))
                .executeUpdate();
        return removed == 1 ? RoleChange.REVOKED : RoleChange.UNCHANGED;
    }

    /** True of the only active administrator; until the caller's transaction ends nobody else takes the role away. */
    @Transactional
    boolean isLastAdministrator(AccountId account) {
        rows.createNativeQuery(LOCK).getResultList();
        return holders(Role.ADMINISTRATOR).equals(List.of(account.value()));
    }
}
