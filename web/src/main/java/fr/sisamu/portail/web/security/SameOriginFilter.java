package fr.sisamu.portail.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Refuses what another site makes a browser send (CSRF, login CSRF): a POST must say that it comes from the portal
 * itself. Browsers say it in {@code Sec-Fetch-Site} or {@code Origin}, neither of which a page can forge; so no form
 * carries a token that could be stale after a night. The card endpoint has its own, stricter check; the API looks at no
 * cookie, so that a browser lends it nothing.
 */
public class SameOriginFilter extends HttpFilter {

    /** Where another server posts, and proves itself by what it posts. */
    public static final String OF_SERVERS = "/prosanteconnect/backchannel-logout";

    private static final long serialVersionUID = 1L;

    @Inject
    transient PortalAddress portal;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getMethod().equals("POST") && !isExempt(request) && !isOurs(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isExempt(HttpServletRequest request) {
        return Endpoint.CARD.received(request)
                || Anonymous.isApi(request)
                || request.getServletPath().equals(OF_SERVERS);
    }

    private boolean isOurs(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        return portal.origin().equals(request.getHeader("Origin"));
    }
}
