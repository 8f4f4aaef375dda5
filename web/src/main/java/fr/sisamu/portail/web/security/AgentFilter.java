package fr.sisamu.portail.web.security;

import fr.sisamu.portail.schema.DatabaseProbe;
import fr.sisamu.portail.session.SessionToken;
import fr.sisamu.portail.session.WorkSessionService;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Recognises the cookie of an open session, and keeps strangers out of what only agents see: a page leads them to the
 * login page, a script is told 401, which it can understand.
 */
public class AgentFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(AgentFilter.class.getName());

    @Inject
    transient WorkSessionService sessions;

    @Inject
    transient DatabaseProbe database;

    @Inject
    transient CurrentAgent agent;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Audience audience = Route.of(request).map(Route::audience).orElse(Audience.ANYBODY);
        boolean forAgents = audience == Audience.AGENT || audience == Audience.SCRIPT;
        // A page that can do without knows nobody while the database is lost, and does not wait to find out.
        if (forAgents || (audience == Audience.VISITOR && !database.lost())) {
            recognise(request, forAgents);
        }
        if (!forAgents || agent.session().isPresent()) {
            chain.doFilter(request, response);
        } else if (audience == Audience.AGENT) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", "/login.xhtml");
        } else {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    /** Not knowing who comes is no reason to say that nobody came: a page for agents then fails, others go on. */
    private void recognise(HttpServletRequest request, boolean forAgents) {
        try {
            PortalCookie.SESSION
                    .read(request)
                    .map(SessionToken::new)
                    .flatMap(sessions::find)
                    .ifPresent(agent::is);
        } catch (EJBException databaseLost) {
            if (forAgents) {
                throw databaseLost;
            }
            LOG.log(Level.WARNING, "no session can be found", databaseLost);
        }
    }
}
