package fr.sisamu.portail.web.login;

import fr.sisamu.portail.account.Account;
import fr.sisamu.portail.session.WorkSession;
import fr.sisamu.portail.web.security.CurrentAgent;
import fr.sisamu.portail.web.security.PortalCookie;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Behind {@code login.xhtml}. It asks no database, for the page must also open when there is none. */
@Named
@RequestScoped
public class LoginPage {

    @Inject
    LiveStates states;

    @Inject
    CurrentAgent agent;

    @Inject
    HttpServletRequest request;

    /** Runs before the page is rendered: whoever stands before it wants to come in, and no longer to confirm a session. */
    public void enter() {
        if (PortalCookie.PROOF.read(request).isPresent()) {
            PortalCookie.PROOF.clear((HttpServletResponse)
                    FacesContext.getCurrentInstance().getExternalContext().getResponse());
        }
    }

    public WayState getCardState() {
        return states.card();
    }

    public WayState getOtpState() {
        return states.otp();
    }

    /** Null where the portal has no such way. */
    public WayState getPscState() {
        return states.psc().orElse(null);
    }

    /** Whose session this browser still holds; null for a stranger. */
    public String getAgentName() {
        return agent.session()
                .map(WorkSession::account)
                .map(Account::displayName)
                .orElse(null);
    }
}
