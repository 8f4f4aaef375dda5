package fr.sisamu.portail.web.login;

import fr.sisamu.portail.session.EndReason;
import fr.sisamu.portail.session.WorkSessionService;
import fr.sisamu.portail.web.page.Answers;
import fr.sisamu.portail.web.page.Journey;
import fr.sisamu.portail.web.security.CurrentAgent;
import fr.sisamu.portail.web.security.PortalCookie;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Ends the session on the server, so that a copied cookie is worth nothing, and forgets it in the browser. */
@WebServlet("/logout")
public class LogoutServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient CurrentAgent agent;

    @Inject
    transient WorkSessionService sessions;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        agent.session().ifPresent(session -> sessions.end(session.id(), EndReason.LOGOUT));
        PortalCookie.SESSION.clear(response);
        Answers.seeOther(response, Journey.LOGIN + "?note=LOGGED_OUT");
    }
}
