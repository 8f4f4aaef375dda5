package fr.sisamu.portail.web.page;

import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.web.security.FaultFilter;
import fr.sisamu.portail.web.security.PageRefusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Stands before the error page, which is for people, and tells the machines under one path in their own form. */
public abstract class MachineErrorFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final String path;

    /** @param path what the addresses of these machines begin with */
    protected MachineErrorFilter(String path) {
        this.path = path;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String failed = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (failed == null || !failed.startsWith(path)) {
            chain.doFilter(request, response);
            return;
        }
        int status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Optional<String> reason = PageRefusal.reason(request);
        Optional<SupportCode> code = reason.isPresent() || status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR
                ? Optional.empty()
                : Optional.ofNullable((String) request.getAttribute(FaultFilter.SUPPORT_CODE))
                        .map(SupportCode::new);
        tell(response, status, reason, code);
    }

    /** Writes the answer, whose status is set already. A reason is there where the status does not say it all, a code where the cause was logged. */
    protected abstract void tell(
            HttpServletResponse response, int status, Optional<String> reason, Optional<SupportCode> code)
            throws IOException;
}
