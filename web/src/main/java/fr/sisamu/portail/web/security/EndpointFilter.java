package fr.sisamu.portail.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Keeps the two endpoints apart and narrows the methods: the card endpoint serves the presentation of a card and
 * nothing else, the portal everything but that; both know GET, HEAD and POST alone, but for SCIM, which knows more.
 * Plain HTTP only redirects.
 */
public class EndpointFilter extends HttpFilter {

    public static final String PRESENTATION = "/card/present";

    private static final long serialVersionUID = 1L;
    private static final int PERMANENT_REDIRECT = 308;
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");
    private static final Set<String> METHODS_OF_SCIM = Set.of("PUT", "PATCH", "DELETE");

    @Inject
    transient PortalAddress portal;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!request.isSecure()) {
            response.setStatus(PERMANENT_REDIRECT);
            response.setHeader("Location", portal.to(request.getServletPath()));
        } else if (!belongs(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (!METHODS.contains(request.getMethod()) && !isOfScim(request)) {
            response.setHeader("Allow", "GET, HEAD, POST");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** PUT, PATCH and DELETE, which no form can send: a page of another site could do so only if we let it (CORS). */
    private static boolean isOfScim(HttpServletRequest request) {
        return Anonymous.isScim(request) && METHODS_OF_SCIM.contains(request.getMethod());
    }

    /** The look of an error page is served on both: it must be legible wherever it appears. */
    private static boolean belongs(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.startsWith("/static/") || path.equals(PRESENTATION) == Endpoint.CARD.received(request);
    }
}
