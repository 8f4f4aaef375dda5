package fr.sisamu.portail.web.page;

import fr.sisamu.portail.web.security.CurrentAgent;
import fr.sisamu.portail.web.security.ProofIntent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Where « Annuler » leads on the pages of a way in: to the login page, or to the page that asks whoever is in for a proof. */
@Named
@RequestScoped
public class WayBack {

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentAgent agent;

    public String getAddress() {
        return intent().map(ProofIntent::proofAddress).orElse(Journey.LOGIN);
    }

    /** Whether somebody proves anew that it is them, and does not come in. */
    public boolean isProving() {
        return intent().isPresent();
    }

    /** The name of whose session it is; null for whoever comes in. */
    public String getAgentName() {
        return isProving() ? agent.getDisplayName() : null;
    }

    private Optional<ProofIntent> intent() {
        return agent.session().isPresent() && !agent.isEmergency() ? ProofIntent.read(request) : Optional.empty();
    }
}
