package fr.sisamu.portail.web.security;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Collectors;

/**
 * Says what a page may load and whom it may speak to (Content Security Policy 3), and that no answer but a static file
 * may be kept. The policy names other hosts by settings, which is why it
 * is set here and not in the server's configuration.
 */
public class ContentPolicyFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    @Any
    transient Instance<ContentSource> others;

    private transient String policy;

    @Override
    public void init() {
        String hosts = others.stream().map(ContentSource::source).collect(Collectors.joining(" "));
        policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
                + "connect-src 'self' " + hosts + "; form-action 'self' " + hosts
                + "; base-uri 'none'; frame-ancestors 'none'";
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Content-Security-Policy", policy);
        // strict-origin and not no-referrer: with the latter browsers send "Origin: null" with a form, and the origin
        // is our
        // proof against forged requests (Fetch standard, "append a request Origin header").
        response.setHeader("Referrer-Policy", "strict-origin");
        if (request.getServletPath().startsWith("/static/")) {
            response.setHeader("Cache-Control", "public, max-age=3600");
        } else {
            response.setHeader("Cache-Control", "no-store");
        }
        chain.doFilter(request, response);
    }
}
