package fr.sisamu.portail.web.login;

import fr.sisamu.portail.prosanteconnect.ProSanteConnectService;
import fr.sisamu.portail.session.EndReason;
import fr.sisamu.portail.session.LoginMethod;
import fr.sisamu.portail.session.WorkSession;
import fr.sisamu.portail.session.WorkSessionService;
import fr.sisamu.portail.web.page.Answers;
import fr.sisamu.portail.web.page.Journey;
import fr.sisamu.portail.web.page.Leaving;
import fr.sisamu.portail.web.page.Note;
import fr.sisamu.portail.web.security.CurrentAgent;
import fr.sisamu.portail.web.security.PortalCookie;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.Optional;

/**
 * Ends the session on the server, so that a copied cookie is worth nothing, and forgets it in the browser. Whoever came in
 * by Pro Santé Connect is then sent to log out there too, for the next one at this post must not be taken for them.
 */
@WebServlet(value = "/logout", asyncSupported = true)
public class LogoutServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(LogoutServlet.class.getName());

    @Inject
    transient CurrentAgent agent;

    @Inject
    transient WorkSessionService sessions;

    @Inject
    transient ProSanteConnectService proSanteConnect;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<WorkSession> byProvider =
                agent.session().filter(session -> session.method() == LoginMethod.PRO_SANTE_CONNECT);
        Optional<URI> onward = byProvider.flatMap(this::logoutAddress);
        agent.session().ifPresent(session -> sessions.end(session.id(), EndReason.LOGOUT));
        PortalCookie.SESSION.clear(response);
        PortalCookie.PROOF.clear(response);
        PortalCookie.TYPED_ADDRESS.clear(response);
        if (onward.isPresent()) {
            Leaving.to(onward.get(), Leaving.Why.LOGOUT, request, response);
        } else {
            Note.Kind note = byProvider.isPresent() ? Note.Kind.LOGGED_OUT_HERE : Note.Kind.LOGGED_OUT;
            Answers.seeOther(response, Journey.LOGIN + "?note=" + note);
        }
    }

    /** Asked before the end, which forgets it. Whatever fails over there, the session here is ended. */
    private Optional<URI> logoutAddress(WorkSession session) {
        try {
            return proSanteConnect.state().available() ? proSanteConnect.logoutAddress(session.id()) : Optional.empty();
        } catch (EJBException fault) {
            LOG.log(Level.WARNING, "no log-out at Pro Santé Connect", fault);
            return Optional.empty();
        }
    }
}
