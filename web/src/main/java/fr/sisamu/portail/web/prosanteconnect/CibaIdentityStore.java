package fr.sisamu.portail.web.prosanteconnect;

import fr.sisamu.portail.prosanteconnect.Arrival;
import fr.sisamu.portail.prosanteconnect.CibaProgress;
import fr.sisamu.portail.prosanteconnect.CibaService;
import fr.sisamu.portail.web.security.AgentPrincipal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** Asks the feature whether the e-CPS has answered, and answers in Jakarta Security's words. */
@ApplicationScoped
public class CibaIdentityStore implements IdentityStore {

    @Inject
    CibaService requests;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof CibaCredential waiting)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        CibaProgress progress = requests.progress(waiting.browserSecret(), waiting.origin());
        waiting.came(progress);
        return progress instanceof CibaProgress.Over over && over.arrival() instanceof Arrival.Proven proven
                ? new CredentialValidationResult(new AgentPrincipal(proven.account(), proven.supportCode()), Set.of())
                : CredentialValidationResult.INVALID_RESULT;
    }
}
