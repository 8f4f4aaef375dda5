package fr.sisamu.portail.adapter.oidc;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import fr.sisamu.portail.prosanteconnect.ProviderUnavailableException;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;

/**
 * Reads answers member by member. The SDK's own parsers know every member of the standards and fall over one odd value among
 * those nobody needs; a member that is absent, empty or of another kind is here simply not there.
 */
final class Json {

    private Json() {}

    /** The object that an answer is. What the parser has against it might quote a token: it is not repeated. */
    static Map<String, Object> object(String who, HTTPResponse answer) throws ProviderUnavailableException {
        if (answer.getEntityContentType() == null
                || !answer.getEntityContentType().getSubType().contains("json")) {
            throw new ProviderUnavailableException(
                    who + ": answered " + answer.getStatusCode() + " with " + answer.getEntityContentType()
                            + " instead of JSON",
                    null);
        }
        String body = String.valueOf(answer.getBody()).strip();
        try {
            if (body.startsWith("{")) { // the parser makes an object of « null » and of pairs in a list, too
                return JSONObjectUtils.parse(body);
            }
        } catch (ParseException unreadable) {
            // refused below like any other text
        }
        throw new ProviderUnavailableException(who + ": no JSON object that can be read", null);
    }

    static Optional<String> text(Map<String, Object> object, String name) {
        return object.get(name) instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    static Optional<URI> address(Map<String, Object> object, String name) {
        try {
            Optional<String> text = text(object, name);
            return text.isPresent() ? Optional.of(new URI(text.get())) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
