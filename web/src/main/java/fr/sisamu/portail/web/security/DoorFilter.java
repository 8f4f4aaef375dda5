package fr.sisamu.portail.web.security;

import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.session.SessionToken;
import fr.sisamu.portail.session.WorkSession;
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
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The door of every address, and the only place that decides who may knock how: which addresses there are
 * ({@link Route}), on which endpoint, by which method, and that a deed comes from a page of the portal
 * ({@link DoorRules}). Plain HTTP only redirects.
 */
public class DoorFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(DoorFilter.class.getName());
    private static final String PAGES = StandardCharsets.UTF_8.name();
    private static final int PERMANENT_REDIRECT = 308;

    @Inject
    transient PortalAddress portal;

    @Inject
    transient WorkSessionService sessions;

    @Inject
    transient AuditTrail trail;

    private transient DoorRules rules;

    @Override
    public void init() {
        rules = new DoorRules(portal.origin());
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        request.setCharacterEncoding(
                PAGES); // else the server looks for the one that is named, and logs that there is none
        if (!request.isSecure()) {
            redirect(request, response);
            return;
        }
        Optional<Route> route = route(request);
        Optional<DoorRefusal> refusal =
                route.map(found -> rules.judge(found, request)).orElse(Optional.of(DoorRefusal.UNKNOWN));
        if (refusal.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        if (refusal.get() == DoorRefusal.METHOD) {
            response.setHeader("Allow", DoorRules.allow(route.orElseThrow()));
        }
        if (refusal.get().isExplained() && trace(request, refusal.get())) {
            DoorRefusal.hangUp(response);
            PageRefusal.traced(
                    request, response, refusal.get().status(), refusal.get().name());
        } else {
            refusal.get().answer(request, response);
        }
    }

    /** A form that came unprotected is not sent on: whoever typed it is to learn that it was. */
    private void redirect(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            response.setStatus(PERMANENT_REDIRECT);
            response.setHeader("Location", portal.to(request.getServletPath()));
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static Optional<Route> route(HttpServletRequest request) {
        Endpoint endpoint = Endpoint.CARD.received(request) ? Endpoint.CARD : Endpoint.PORTAL;
        return DoorRules.isPlain(request) ? Route.of(request).filter(found -> found.isOn(endpoint)) : Optional.empty();
    }

    /** What somebody tried with the session of an agent is theirs to know; of strangers' attempts a flood could be made. */
    private boolean trace(HttpServletRequest request, DoorRefusal refusal) {
        Optional<WorkSession> session = session(request);
        if (session.isEmpty()) {
            return false;
        }
        trail.record(Trace.of(TraceKind.STEP_REFUSED, refusal.name())
                .code(PageRefusal.code(request))
                .account(session.get().account().id().value())
                .session(session.get().id())
                .origin(request.getRemoteAddr())
                .detail(request.getMethod() + " " + request.getServletPath()));
        return true;
    }

    private Optional<WorkSession> session(HttpServletRequest request) {
        try {
            return PortalCookie.SESSION.read(request).map(SessionToken::new).flatMap(sessions::find);
        } catch (EJBException databaseLost) {
            LOG.log(Level.DEBUG, "no session can be found", databaseLost);
            return Optional.empty();
        }
    }
}
