package fr.sisamu.portail.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The paths that never look at the session, so that they cost no query and live without a database. */
final class Anonymous {

    /** Where identity systems keep accounts. */
    static final String SCIM = "/scim/";

    private static final List<String> PREFIXES = List.of(
            "/static/",
            "/card/",
            "/login/",
            "/error/",
            "/language",
            "/prosanteconnect/parti",
            "/prosanteconnect/artwork",
            "/api/",
            SCIM,
            "/metrics",
            SameOriginFilter.OF_SERVERS);

    private Anonymous() {}

    /** What machines ask, with a token of their own. */
    static boolean isApi(HttpServletRequest request) {
        return request.getServletPath().startsWith("/api/") || isScim(request);
    }

    static boolean isScim(HttpServletRequest request) {
        return request.getServletPath().startsWith(SCIM);
    }

    static boolean serves(HttpServletRequest request) {
        String path = request.getServletPath();
        return PREFIXES.stream().anyMatch(path::startsWith);
    }
}
