package fr.sisamu.portail.scim;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.role.Role;
import fr.sisamu.portail.role.RoleService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What a machine may not do to a person: a stolen token must not make administrators, nor leave the portal without any. */
@ApplicationScoped
class UserProtection {

    @Inject
    RoleService roles;

    @Inject
    LeavingGuard guard;

    void ofIdentifiers(AccountId account) {
        if (!roles.heldBy(account).isEmpty()) {
            throw new RefusedException(ScimRefusal.ROLE_HOLDER, Long.toString(account.value()));
        }
    }

    void ofClosing(AccountId account) {
        boolean administrator = roles.heldBy(account).stream().anyMatch(held -> held.role() == Role.ADMINISTRATOR);
        if (administrator) {
            throw new RefusedException(ScimRefusal.ADMINISTRATOR, Long.toString(account.value()));
        }
        guard.account();
    }
}
