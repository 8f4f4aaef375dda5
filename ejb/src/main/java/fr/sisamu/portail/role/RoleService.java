package fr.sisamu.portail.role;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Grants and revokes roles, each change traced with what was held before and after. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RoleService {

    @Inject
    RoleStore roles;

    @Inject
    FreshRights fresh;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    /** The roles of an account; needs {@link Duty#SEARCH_ACCOUNTS}. */
    public List<HeldRole> of(Rights by, AccountId account) {
        by.demand(Duty.SEARCH_ACCOUNTS);
        return roles.of(account);
    }

    /** The roles of an account, for features that protect their holders; judges nobody. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<HeldRole> heldBy(AccountId account) {
        return roles.of(account);
    }

    /**
     * Grants a role; needs {@link Duty#CHANGE_ROLES} and a fresh proof.
     *
     * @param unit the unit of a supervisor, empty for the other roles
     */
    public RoleChange grant(Rights by, AccountId account, Role role, Optional<Long> unit) {
        by.demand(Duty.CHANGE_ROLES);
        if (!fresh.open(by, "role " + role + " of account " + account.value())) {
            return RoleChange.PROOF_TOO_OLD;
        }
        if (role.ofUnit() != unit.isPresent()) {
            return RoleChange.UNIT_REFUSED;
        }
        List<HeldRole> before = roles.of(account);
        if (holds(before, role, unit)) {
            return RoleChange.UNCHANGED;
        }
        if (roles.add(account, role, unit, clock.instant())) {
            return traced(by, account, RoleChange.GRANTED, before);
        }
        boolean meanwhile = holds(roles.of(account), role, unit);
        return meanwhile ? RoleChange.UNCHANGED : roles.refusalFor(account);
    }

    /** Revokes a role, felt at the holder's next request; needs {@link Duty#CHANGE_ROLES}. */
    public RoleChange revoke(Rights by, AccountId account, Role role, Optional<Long> unit) {
        by.demand(Duty.CHANGE_ROLES);
        List<HeldRole> before = roles.of(account);
        RoleChange change = roles.remove(account, role, unit);
        return change == RoleChange.UNCHANGED ? change : traced(by, account, change, before);
    }

    /**
     * Whether nobody else could administer the portal; nobody else is taken the role before the caller's transaction ends.
     * For whoever is about to close an account.
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public boolean isLastAdministrator(AccountId account) {
        return roles.isLastAdministrator(account);
    }

    private RoleChange traced(Rights by, AccountId account, RoleChange change, List<HeldRole> before) {
        Trace trace = Trace.of(TraceKind.ROLE_CHANGED, change.name())
                .account(account.value())
                .detail("before " + before + ", after " + roles.of(account));
        trail.record(by.actor().sign(trace));
        return change;
    }

    private static boolean holds(List<HeldRole> held, Role role, Optional<Long> unit) {
        return held.stream()
                .anyMatch(one -> one.role() == role
                        && one.unit().map(where -> where.id()).equals(unit));
    }
}
