package fr.sisamu.portail.web.security;

import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.session.AssuranceLevel;
import fr.sisamu.portail.session.EndReason;
import fr.sisamu.portail.session.LoginMethod;
import fr.sisamu.portail.session.NewSession;
import fr.sisamu.portail.session.OpenedSession;
import fr.sisamu.portail.session.SessionLimit;
import fr.sisamu.portail.session.SessionToken;
import fr.sisamu.portail.session.WorkSession;
import fr.sisamu.portail.session.WorkSessionService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * What every method does once the proof was judged good: opens the work session under a new token, whatever cookie the
 * browser came with (session fixation), ends the session that this browser still had, and traces the login.
 */
@ApplicationScoped
public class SessionOpening {

    @Inject
    WorkSessionService sessions;

    @Inject
    SecurityContext security;

    @Inject
    AuditTrail trail;

    /** Opens the session of whom the security context has just been told; its id, for what hangs on it. */
    public long open(
            HttpServletRequest request, HttpServletResponse response, LoginMethod method, AssuranceLevel level) {
        return open(request, response, method, level, Optional.empty());
    }

    /** Opens a session that is confined more than usual. */
    public long open(
            HttpServletRequest request,
            HttpServletResponse response,
            LoginMethod method,
            AssuranceLevel level,
            Optional<SessionLimit> limit) {
        AgentPrincipal agent =
                security.getPrincipalsByType(AgentPrincipal.class).iterator().next();
        endFormer(request);
        String workstation = Workstation.keep(request, response);
        OpenedSession opened = sessions.open(new NewSession(
                agent.account(),
                method,
                level,
                Optional.of(workstation),
                request.getRemoteAddr(),
                agent.supportCode(),
                limit));
        PortalCookie.SESSION.write(response, opened.token().value());
        trace(request, agent, method, opened, workstation);
        return opened.sessionId();
    }

    private void endFormer(HttpServletRequest request) {
        PortalCookie.SESSION
                .read(request)
                .map(SessionToken::new)
                .flatMap(sessions::find)
                .map(WorkSession::id)
                .ifPresent(former -> sessions.end(former, EndReason.REPLACED));
    }

    private void trace(
            HttpServletRequest request,
            AgentPrincipal agent,
            LoginMethod method,
            OpenedSession opened,
            String workstation) {
        SupportCode code = agent.supportCode();
        trail.record(Trace.of(TraceKind.LOGIN, method.name())
                .code(code)
                .account(agent.account().value())
                .session(opened.sessionId())
                .origin(request.getRemoteAddr())
                .workstation(workstation));
    }
}
