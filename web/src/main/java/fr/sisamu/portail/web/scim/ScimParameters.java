package fr.sisamu.portail.web.scim;

import fr.sisamu.portail.scim.ScimQuery;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a request says beside its address. */
final class ScimParameters {

    /** Octets of a body: some ten thousand members of a group. */
    static final int LARGEST_BODY = 1_048_576;

    /** RFC 7644 §8.1, and what several clients send instead. */
    private static final Set<String> JSON = Set.of("application/scim+json", "application/json");

    private static final Logger LOG = System.getLogger(ScimParameters.class.getName());

    private ScimParameters() {}

    static boolean isJson(HttpServletRequest request) {
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        return JSON.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }

    /** Empty where the address cannot be read: the server meets a bad %-escape with an exception. */
    static Optional<ScimQuery> query(HttpServletRequest request) {
        try {
            return Optional.of(new ScimQuery(
                    value(request, "filter"),
                    value(request, "attributes"),
                    value(request, "excludedAttributes"),
                    value(request, "sortBy"),
                    value(request, "sortOrder"),
                    value(request, "startIndex"),
                    value(request, "count")));
        } catch (IllegalArgumentException garbage) {
            LOG.log(Level.DEBUG, "parameters that cannot be read", garbage);
            return Optional.empty();
        }
    }

    private static String value(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}
