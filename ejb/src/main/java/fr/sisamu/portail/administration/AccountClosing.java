package fr.sisamu.portail.administration;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.account.AccountRegister;
import fr.sisamu.portail.role.RoleService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Closes an account unless it is the last administrator's, both in one transaction. */
@ApplicationScoped
class AccountClosing {

    @Inject
    AccountRegister register;

    @Inject
    RoleService roles;

    @Transactional
    Change close(AccountId id) {
        if (roles.isLastAdministrator(id)) {
            return Change.LAST_ADMINISTRATOR;
        }
        return register.close(id) ? Change.SAVED : Change.UNCHANGED;
    }
}
