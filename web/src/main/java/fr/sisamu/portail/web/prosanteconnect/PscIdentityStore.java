package fr.sisamu.portail.web.prosanteconnect;

import fr.sisamu.portail.prosanteconnect.Arrival;
import fr.sisamu.portail.prosanteconnect.ProSanteConnectService;
import fr.sisamu.portail.web.security.AgentPrincipal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** Asks the feature whom Pro Santé Connect has proven, and answers in Jakarta Security's words. */
@ApplicationScoped
public class PscIdentityStore implements IdentityStore {

    @Inject
    ProSanteConnectService logins;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof PscCredential proof)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        Arrival arrival = logins.arrive(proof.callback(), proof.browserSecret(), proof.origin());
        proof.arrived(arrival);
        return arrival instanceof Arrival.Proven proven
                ? new CredentialValidationResult(new AgentPrincipal(proven.account(), proven.supportCode()), Set.of())
                : CredentialValidationResult.INVALID_RESULT;
    }
}
