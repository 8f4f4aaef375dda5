package fr.sisamu.portail.web.emergency;

import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.session.WorkSession;
import fr.sisamu.portail.web.security.CurrentAgent;
import fr.sisamu.portail.web.security.PageRefusal;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Whoever came in on somebody's word sets nothing by which they could come in again. */
@WebFilter(
        urlPatterns = {"/channels.xhtml", "/password.xhtml", "/proof.xhtml"},
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ASYNC},
        asyncSupported = true)
public class EmergencyFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String REASON = "EMERGENCY_SESSION";

    @Inject
    transient CurrentAgent agent;

    @Inject
    transient AuditTrail trail;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!agent.isEmergency()) {
            chain.doFilter(request, response);
            return;
        }
        WorkSession session = agent.requireSession();
        trail.record(Trace.of(TraceKind.STEP_REFUSED, REASON)
                .code(PageRefusal.code(request))
                .account(session.account().id().value())
                .session(session.id())
                .origin(request.getRemoteAddr())
                .detail(request.getServletPath()));
        PageRefusal.traced(request, response, HttpServletResponse.SC_FORBIDDEN, REASON);
    }
}
