package fr.sisamu.portail.web.security;

import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.schema.DatabaseProbe;
import fr.sisamu.portail.schema.SchemaState;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The last-resort handler: whatever goes wrong behind it becomes a page with a support code, and its cause a line of
 * the log and of the trace under that code. A database that cannot be reached is told apart (503), for it comes back.
 */
public class FaultFilter extends HttpFilter {

    public static final String SUPPORT_CODE = "supportCode";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(FaultFilter.class.getName());

    /** What answers from memory, whatever cookie comes along. */
    private static final Set<Route> WITHOUT_TABLES =
            EnumSet.of(Route.STATIC, Route.LOGIN, Route.LOGIN_STATE, Route.METRICS, Route.LANGUAGE);

    @Inject
    transient AuditTrail trail;

    @Inject
    transient SchemaState schema;

    @Inject
    transient DatabaseProbe database;

    @Inject
    transient OutOfMemory memory;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        SupportCode code = code(request);
        if ((!schema.ready() || database.lost()) && needsTables(request)) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException fault) {
            if (isMissing(fault) && !response.isCommitted()) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            answer(request, response, code, fault);
        } catch (OutOfMemoryError full) {
            memory.seen();
            throw full;
        }
    }

    /** One for all of a request, which comes by twice where its form is read in between. */
    private static SupportCode code(HttpServletRequest request) {
        if (request.getAttribute(SUPPORT_CODE) instanceof String known) {
            return new SupportCode(known);
        }
        SupportCode fresh = SupportCode.random();
        request.setAttribute(SUPPORT_CODE, fresh.value());
        return fresh;
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, SupportCode code, Exception fault)
            throws IOException {
        boolean lost = isDatabase(fault) || !schema.ready();
        LOG.log(
                Level.ERROR,
                () -> "fault " + code + " on " + request.getMethod() + " " + request.getServletPath(),
                fault);
        if (!lost) {
            trail.record(Trace.of(TraceKind.FAULT, fault.getClass().getSimpleName())
                    .code(code)
                    .origin(request.getRemoteAddr())
                    .detail(request.getServletPath()));
        }
        if (!response.isCommitted()) {
            response.sendError(
                    lost ? HttpServletResponse.SC_SERVICE_UNAVAILABLE : HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }

    /**
     * Whoever reads a table while it is being migrated may hold the migration up; and who asks a database that is known to be
     * lost waits for nothing, and keeps a thread from those who need none. Without a cookie no page reads a table; the API does.
     */
    private static boolean needsTables(HttpServletRequest request) {
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        Optional<Route> route = Route.of(request);
        boolean machine = route.filter(Route::looksUpTokens).isPresent();
        return route.filter(WITHOUT_TABLES::contains).isEmpty() && (!reads || request.getCookies() != null || machine);
    }

    /** The server says « no such file » by an exception; a mistyped address is no fault. */
    private static boolean isMissing(Throwable fault) {
        return fault instanceof FileNotFoundException || fault.getCause() instanceof FileNotFoundException;
    }

    private static boolean isDatabase(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                return true;
            }
        }
        return false;
    }
}
