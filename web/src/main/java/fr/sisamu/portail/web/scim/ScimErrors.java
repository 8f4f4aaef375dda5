package fr.sisamu.portail.web.scim;

import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.web.page.Texts;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** Errors as RFC 7644 §3.12 shapes them. They are read by those who run an identity system: in French. */
final class ScimErrors {

    static final String TYPE = "application/scim+json";

    private static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:Error";

    private ScimErrors() {}

    /** The sentence {@code scim.refused.<word>}, what is at fault, and where to find more. */
    static String detail(String word, String subject, Optional<SupportCode> code) {
        ResourceBundle texts = ResourceBundle.getBundle(Texts.BUNDLE, Locale.FRENCH);
        String at = subject.isEmpty() ? "" : " [" + subject + "]";
        String help = code.map(one -> " (" + texts.getString("scim.code") + " " + one + ")")
                .orElse("");
        return texts.getString("scim.refused." + word) + at + help;
    }

    static void write(HttpServletResponse response, int status, Optional<String> scimType, String detail)
            throws IOException {
        JsonObjectBuilder error = Json.createObjectBuilder()
                .add("schemas", Json.createArrayBuilder().add(SCHEMA))
                .add("status", Integer.toString(status))
                .add("detail", detail);
        scimType.ifPresent(type -> error.add("scimType", type));
        response.setStatus(status);
        json(response, error.build().toString());
    }

    static void json(HttpServletResponse response, String json) throws IOException {
        response.setContentType(TYPE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(json);
    }
}
