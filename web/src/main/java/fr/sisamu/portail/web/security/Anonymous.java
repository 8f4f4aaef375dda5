package fr.sisamu.portail.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The paths that never look at the session, so that they cost no query and live without a database. */
final class Anonymous {

    private static final List<String> PREFIXES = List.of(
            "/static/",
            "/card/",
            "/login/",
            "/error/",
            "/language",
            "/prosanteconnect/depart",
            "/prosanteconnect/parti",
            "/prosanteconnect/artwork",
            SameOriginFilter.OF_SERVERS);

    private Anonymous() {}

    static boolean serves(HttpServletRequest request) {
        String path = request.getServletPath();
        return PREFIXES.stream().anyMatch(path::startsWith);
    }
}
