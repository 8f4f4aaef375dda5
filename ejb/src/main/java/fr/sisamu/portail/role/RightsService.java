package fr.sisamu.portail.role;

import fr.sisamu.portail.session.FreshProof;
import fr.sisamu.portail.session.WorkSession;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Says what a session may do. Asked anew at each request: a role revoked is gone at the next click. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class RightsService {

    @Inject
    RoleStore roles;

    @Inject
    FreshProof proof;

    public Rights of(WorkSession session) {
        return Rights.of(session, roles.of(session.account().id()), proof.isStronglyThere(session));
    }
}
