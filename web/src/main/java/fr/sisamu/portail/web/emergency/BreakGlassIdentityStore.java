package fr.sisamu.portail.web.emergency;

import fr.sisamu.portail.emergency.EmergencyLoginService;
import fr.sisamu.portail.emergency.EmergencyLoginService.Answered;
import fr.sisamu.portail.web.security.AgentPrincipal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** Asks the emergency feature whose secret this is, and answers in Jakarta Security's words. */
@ApplicationScoped
public class BreakGlassIdentityStore implements IdentityStore {

    @Inject
    EmergencyLoginService logins;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof BreakGlassCredential proof)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        Answered answered = logins.answer(proof.claim());
        proof.answer(answered);
        return answered.proven()
                .map(proven -> new CredentialValidationResult(
                        new AgentPrincipal(proven.account(), proven.supportCode()), Set.of()))
                .orElse(CredentialValidationResult.INVALID_RESULT);
    }
}
