package fr.sisamu.portail.web.scim;

import fr.sisamu.portail.scim.ScimQuery;
import fr.sisamu.portail.web.body.Fields;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a request says beside its address. */
final class ScimParameters {

    /** RFC 7644 §8.1, and what several clients send instead. */
    private static final Set<String> JSON = Set.of("application/scim+json", "application/json");

    private ScimParameters() {}

    static boolean isJson(HttpServletRequest request) {
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        return JSON.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }

    /** What the address asks for. */
    static ScimQuery query(HttpServletRequest request) {
        Fields fields = Fields.of(request);
        return new ScimQuery(
                value(fields, "filter"),
                value(fields, "attributes"),
                value(fields, "excludedAttributes"),
                value(fields, "sortBy"),
                value(fields, "sortOrder"),
                value(fields, "startIndex"),
                value(fields, "count"));
    }

    private static String value(Fields fields, String name) {
        return Optional.ofNullable(fields.first(name)).orElse("");
    }
}
