package fr.sisamu.portail.web.security;

import fr.sisamu.portail.audit.SupportCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Refuses a request by the error page in words of its own, {@code error.<reason>.…}, instead of those of the status. */
public final class PageRefusal {

    private static final String REASON = PageRefusal.class.getName() + ".reason";
    private static final String TRACED = PageRefusal.class.getName() + ".traced";

    private PageRefusal() {}

    /** Answers in the words of a reason that the caller has traced under {@link #code}; the page shows that code. */
    public static void traced(HttpServletRequest request, HttpServletResponse response, int status, String reason)
            throws IOException {
        request.setAttribute(TRACED, true);
        untraced(request, response, status, reason);
    }

    /** Answers in the words of a reason of which the trace holds nothing. */
    public static void untraced(HttpServletRequest request, HttpServletResponse response, int status, String reason)
            throws IOException {
        request.setAttribute(REASON, reason);
        response.sendError(status);
    }

    /** The code of this request, which {@link FaultFilter} has given it. */
    public static SupportCode code(HttpServletRequest request) {
        return new SupportCode((String) request.getAttribute(FaultFilter.SUPPORT_CODE));
    }

    /** The reason given; empty if the status says it all. */
    public static Optional<String> reason(HttpServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(REASON));
    }

    /** Whether the trace holds a row under the request's code. */
    public static boolean isTraced(HttpServletRequest request) {
        return request.getAttribute(TRACED) != null;
    }
}
