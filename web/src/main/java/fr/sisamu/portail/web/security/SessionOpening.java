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
import fr.sisamu.portail.session.ProofTime;
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
 * What every method does once the proof was judged good. It opens the work session under a new token, whatever cookie the
 * browser came with (session fixation), ends the session that this browser still had, and traces the login.
 *
 * <p>But where whoever is in proves anew that it is them ({@link ProofIntent}), the open session goes on with all that hangs on
 * it, its method and level included: a proof by a weaker way takes no right away, and one by a stronger way gives none. It gets a
 * younger proof and another token. The proof of anybody else changes nothing.
 */
@ApplicationScoped
public class SessionOpening {

    @Inject
    WorkSessionService sessions;

    @Inject
    SecurityContext security;

    @Inject
    AuditTrail trail;

    /** Opens the session of whom the security context has just been told, or renews the proof of the open one. */
    public Entrance open(
            HttpServletRequest request,
            HttpServletResponse response,
            LoginMethod method,
            AssuranceLevel level,
            ProofTime proved) {
        Optional<ProofIntent> intent = ProofIntent.read(request);
        if (intent.isPresent()) {
            PortalCookie.PROOF.clear(response);
            Optional<WorkSession> present = present(request).filter(open -> open.level() != AssuranceLevel.EMERGENCY);
            if (present.isPresent()) {
                return renew(request, response, present.get(), intent.get(), new Given(agent(), method, level, proved));
            }
        }
        long opened = open(request, response, new Given(agent(), method, level, proved), Optional.empty());
        return new Entrance(Optional.of(opened), "/next");
    }

    /** Opens a session that is confined more than usual, on the word of somebody else; its id. */
    public long openConfined(
            HttpServletRequest request,
            HttpServletResponse response,
            LoginMethod method,
            AssuranceLevel level,
            SessionLimit limit) {
        return open(request, response, new Given(agent(), method, level, ProofTime.UNKNOWN), Optional.of(limit));
    }

    /** A good proof: whose, by which method, how strong, from when. */
    private record Given(AgentPrincipal agent, LoginMethod method, AssuranceLevel level, ProofTime proved) {}

    private AgentPrincipal agent() {
        return security.getPrincipalsByType(AgentPrincipal.class).iterator().next();
    }

    private Entrance renew(
            HttpServletRequest request,
            HttpServletResponse response,
            WorkSession session,
            ProofIntent intent,
            Given given) {
        if (!session.account().id().equals(given.agent().account())) {
            trail.record(about(request, session, given, TraceKind.STEP_REFUSED, "PROOF_OF_ANOTHER")
                    .detail(given.method() + " of account "
                            + given.agent().account().value()));
            return new Entrance(Optional.empty(), intent.proofAddress() + "&note=PROOF_OF_ANOTHER");
        }
        Optional<SessionToken> token = sessions.renew(session, given.method(), given.level(), given.proved());
        token.ifPresent(fresh -> {
            PortalCookie.SESSION.write(response, fresh.value());
            trail.record(about(
                    request,
                    session,
                    given,
                    TraceKind.PROOF_RENEWED,
                    given.method().name()));
        });
        boolean same = session.method() == given.method();
        return new Entrance(same ? Optional.of(session.id()) : Optional.empty(), intent.address());
    }

    private static Trace about(
            HttpServletRequest request, WorkSession session, Given given, TraceKind kind, String outcome) {
        return Trace.of(kind, outcome)
                .code(given.agent().supportCode())
                .account(session.account().id().value())
                .session(session.id())
                .origin(request.getRemoteAddr());
    }

    private long open(
            HttpServletRequest request, HttpServletResponse response, Given given, Optional<SessionLimit> limit) {
        AgentPrincipal agent = given.agent();
        present(request).map(WorkSession::id).ifPresent(former -> sessions.end(former, EndReason.REPLACED));
        String workstation = Workstation.keep(request, response);
        OpenedSession opened = sessions.open(new NewSession(
                agent.account(),
                given.method(),
                given.level(),
                Optional.of(workstation),
                request.getRemoteAddr(),
                agent.supportCode(),
                given.proved(),
                limit));
        PortalCookie.SESSION.write(response, opened.token().value());
        trace(request, agent, given.method(), opened, workstation);
        return opened.sessionId();
    }

    /** The session that this browser still has. */
    private Optional<WorkSession> present(HttpServletRequest request) {
        return PortalCookie.SESSION.read(request).map(SessionToken::new).flatMap(sessions::find);
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
