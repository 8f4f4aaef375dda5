package fr.sisamu.portail.web.administration;

import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.role.DutyRefusedException;
import fr.sisamu.portail.role.Rights;
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
import java.util.Optional;

/**
 * Opens a place of administration to whoever has its duty, and answers others in words, with a support code. A service
 * that refuses behind it gets the same answer.
 */
@WebFilter(
        urlPatterns = "/administration/*",
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ASYNC},
        asyncSupported = true)
public class AdministrationFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    transient CurrentRights current;

    @Inject
    transient AuditTrail trail;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Place> place = Place.of(request.getServletPath());
        if (place.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (!place.get().opens(current.get())) {
            refuse(request, response, place.get().duty() + " on " + request.getServletPath());
        } else {
            open(request, response, chain);
        }
    }

    private void open(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException fault) {
            Optional<DutyRefusedException> refused = refusalBehind(fault);
            if (refused.isEmpty() || response.isCommitted()) {
                throw fault;
            }
            refuse(request, response, refused.get().duty() + " behind " + request.getServletPath());
        }
    }

    private static Optional<DutyRefusedException> refusalBehind(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof DutyRefusedException refused) {
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, String detail) throws IOException {
        Rights rights = current.get();
        String reason = rights.asleep() ? "SESSION_TOO_WEAK" : "NO_DUTY";
        Trace trace = Trace.of(TraceKind.STEP_REFUSED, reason)
                .code(PageRefusal.code(request))
                .origin(request.getRemoteAddr())
                .detail(detail);
        trail.record(rights.actor()
                .sign(rights.actor()
                        .account()
                        .map(id -> trace.account(id.value()))
                        .orElse(trace)));
        PageRefusal.traced(request, response, HttpServletResponse.SC_FORBIDDEN, reason);
    }
}
