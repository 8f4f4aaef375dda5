package fr.sisamu.portail.prosanteconnect;

import java.util.Map;
import java.util.Optional;

/**
 * What the browser brings back from the provider (RFC 6749 §4.1.2, RFC 9207). Whatever is longer than any provider's, or
 * stands there twice, is left out as if it were not there (§3.1: no parameter more than once).
 *
 * @param state the value of the attempt
 * @param code the authorization code, worth a login: never shown
 * @param error the provider's error code, in its place
 * @param issuer the provider's own name
 */
public record Callback(Optional<String> state, Optional<String> code, Optional<String> error, Optional<String> issuer) {

    private static final int LONGEST = 2048;

    /** From the parameters of the request, whatever they are. */
    public static Callback of(Map<String, String[]> parameters) {
        return new Callback(
                one(parameters, "state"), one(parameters, "code"), one(parameters, "error"), one(parameters, "iss"));
    }

    private static Optional<String> one(Map<String, String[]> parameters, String name) {
        String[] values = parameters.getOrDefault(name, new String[0]);
        return values.length == 1 && !values[0].isEmpty() && values[0].length() <= LONGEST
                ? Optional.of(values[0])
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "Callback[…]";
    }
}
