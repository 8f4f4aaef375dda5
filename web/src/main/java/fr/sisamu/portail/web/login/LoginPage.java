package fr.sisamu.portail.web.login;

import fr.sisamu.portail.account.Account;
import fr.sisamu.portail.session.WorkSession;
import fr.sisamu.portail.web.security.CurrentAgent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Behind {@code login.xhtml}. It asks no database, for the page must also open when there is none. */
@Named
@RequestScoped
public class LoginPage {

    @Inject
    LiveStates states;

    @Inject
    CurrentAgent agent;

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
