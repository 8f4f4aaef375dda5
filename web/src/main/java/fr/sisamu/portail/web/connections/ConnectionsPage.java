package fr.sisamu.portail.web.connections;

import fr.sisamu.portail.session.LoginHistory;
import fr.sisamu.portail.session.PastLogin;
import fr.sisamu.portail.session.WorkSession;
import fr.sisamu.portail.web.page.Note;
import fr.sisamu.portail.web.page.Redirect;
import fr.sisamu.portail.web.page.Typed;
import fr.sisamu.portail.web.security.CurrentAgent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Behind {@code connections.xhtml}. */
@Named
@RequestScoped
public class ConnectionsPage {

    @Inject
    Typed typed;

    @Inject
    CurrentAgent agent;

    @Inject
    LoginHistory history;

    @Inject
    Redirect redirect;

    private List<PastLogin> logins;

    /** « Terminer ». A session that ended meanwhile is as good as ended here. */
    public void end() {
        typed.number("session").ifPresent(id -> history.end(session(), id));
        redirect.to("/connections.xhtml", Note.Kind.SESSION_CLOSED);
    }

    public List<PastLogin> getOpen() {
        return logins().stream().filter(PastLogin::open).toList();
    }

    public List<PastLogin> getPast() {
        return logins().stream().filter(login -> !login.open()).toList();
    }

    /** Whether this is the session that looks at the page. */
    public boolean own(PastLogin login) {
        return login.sessionId() == session().id();
    }

    private List<PastLogin> logins() {
        if (logins == null) {
            logins = history.of(session().account().id());
        }
        return logins;
    }

    private WorkSession session() {
        return agent.requireSession();
    }
}
