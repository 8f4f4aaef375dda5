package fr.sisamu.portail.web.otp;

import fr.sisamu.portail.otp.OtpLoginService;
import fr.sisamu.portail.otp.OtpLoginService.Answered;
import fr.sisamu.portail.web.security.AgentPrincipal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** Asks the otp feature whose code this is, and answers in Jakarta Security's words. */
@ApplicationScoped
public class OneTimeCodeIdentityStore implements IdentityStore {

    @Inject
    OtpLoginService logins;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof OneTimeCodeCredential proof)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        Answered answered = logins.answer(proof.browserSecret(), proof.typed());
        proof.answer(answered);
        return answered.proven()
                .map(proven -> new CredentialValidationResult(
                        new AgentPrincipal(proven.account(), proven.supportCode()), Set.of()))
                .orElse(CredentialValidationResult.INVALID_RESULT);
    }
}
