package fr.sisamu.portail.partners.fault;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Makes a partner slow, silent or broken before it says a word; no thread waits meanwhile. */
@WebFilter(
        urlPatterns = {"/crl/*", "/cti/*", "/sms/*", "/psc/auth/*", "/psc/wallet/*"},
        asyncSupported = true)
public class FaultFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final int TOO_MANY_REQUESTS = 429;

    @Inject
    transient Faults faults;

    @Resource
    transient ManagedScheduledExecutorService executor;

    /** The first part of the path, whether a servlet has the whole of it or not. */
    private static String partner(HttpServletRequest request) {
        return request.getServletPath().split("/", -1)[1];
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        FaultMode mode = faults.of(partner(request));
        if (mode == FaultMode.FAIL) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } else if (mode == FaultMode.BUSY) {
            response.sendError(TOO_MANY_REQUESTS);
        } else if (mode == FaultMode.GARBAGE) {
            response.getWriter().write("<html>n’importe quoi</html>");
        } else if (!Delay.isOver(request) && (mode == FaultMode.SLOW || mode == FaultMode.HANG)) {
            Delay.valueOf(mode.name()).begin(request, executor);
        } else {
            chain.doFilter(request, response);
        }
    }
}
