package fr.sisamu.portail.web.bandeau;

import fr.sisamu.portail.session.SessionToken;
import fr.sisamu.portail.web.page.EventStream;
import fr.sisamu.portail.web.security.CurrentAgent;
import fr.sisamu.portail.web.security.PortalCookie;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The stream of one open bandeau. */
@WebServlet(value = "/bandeau/events", asyncSupported = true)
public class BandeauEventsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient CurrentAgent agent;

    @Inject
    transient OpenBandeaux bandeaux;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SessionToken token =
                PortalCookie.SESSION.read(request).map(SessionToken::new).orElseThrow();
        bandeaux.add(new OpenBandeau(agent.requireSession().id(), token, EventStream.open(request, response)));
    }
}
