package fr.sisamu.portail.web.bandeau;

import fr.sisamu.portail.session.SessionToken;
import fr.sisamu.portail.web.security.CurrentAgent;
import fr.sisamu.portail.web.security.PortalCookie;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/**
 * Server-Sent Events (HTML standard §9.2) of one open bandeau. The request's thread is given back at once; the
 * connection is closed after ten minutes and the browser makes a new one by itself.
 */
@WebServlet(value = "/bandeau/events", asyncSupported = true)
public class BandeauEventsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Duration LIFE = Duration.ofMinutes(10);

    @Inject
    transient CurrentAgent agent;

    @Inject
    transient OpenBandeaux bandeaux;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write("retry: 2000\nevent: ping\ndata: {}\n\n");
        response.flushBuffer();
        AsyncContext connection = request.startAsync();
        connection.setTimeout(LIFE.toMillis());
        SessionToken token =
                PortalCookie.SESSION.read(request).map(SessionToken::new).orElseThrow();
        bandeaux.add(new OpenBandeau(agent.requireSession().id(), token, connection));
    }
}
