package fr.sisamu.portail.web.card;

import fr.sisamu.portail.card.PresentationService;
import fr.sisamu.portail.web.security.AgentPrincipal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** Asks the card feature whose ticket this is, and answers in Jakarta Security's words. */
@ApplicationScoped
public class CardTicketIdentityStore implements IdentityStore {

    @Inject
    PresentationService presentations;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof CardTicketCredential proof)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        return presentations
                .redeem(proof.ticket(), proof.browserSecret(), proof.origin())
                .map(redeemed -> new CredentialValidationResult(
                        new AgentPrincipal(redeemed.account(), redeemed.supportCode()), Set.of()))
                .orElse(CredentialValidationResult.INVALID_RESULT);
    }
}
