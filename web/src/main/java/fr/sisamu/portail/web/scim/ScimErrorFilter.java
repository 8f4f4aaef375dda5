package fr.sisamu.portail.web.scim;

import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.web.security.FaultFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** In the place of the error page, which is for people: whatever goes wrong on a request of SCIM is told as SCIM tells it. */
@WebFilter(urlPatterns = "/error.xhtml", dispatcherTypes = DispatcherType.ERROR)
public class ScimErrorFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String SCIM = "/scim/";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String failed = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (failed == null || !failed.startsWith(SCIM)) {
            chain.doFilter(request, response);
            return;
        }
        int status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Optional<SupportCode> code = status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR
                ? Optional.empty()
                : Optional.ofNullable((String) request.getAttribute(FaultFilter.SUPPORT_CODE))
                        .map(SupportCode::new);
        ScimErrors.write(response, status, Optional.empty(), ScimErrors.detail(word(status), "", code));
    }

    private static String word(int status) {
        return switch (status) {
            case HttpServletResponse.SC_NOT_FOUND -> "NOT_FOUND";
            case HttpServletResponse.SC_METHOD_NOT_ALLOWED -> "METHOD";
            case HttpServletResponse.SC_SERVICE_UNAVAILABLE -> "UNAVAILABLE";
            default -> status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR ? "BAD_REQUEST" : "FAULT";
        };
    }
}
