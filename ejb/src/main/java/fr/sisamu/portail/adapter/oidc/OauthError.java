package fr.sisamu.portail.adapter.oidc;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** An error as the provider words it, fit for the trace: what might be a token in it is left out. */
final class OauthError {

    /** The characters of an error code (RFC 6749 §5.2), and no code is longer. */
    private static final Pattern CODE = Pattern.compile("[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]{1,60}");

    private static final Pattern LIKE_A_SECRET = Pattern.compile("[A-Za-z0-9_.~+/=-]{24,}");
    private static final int LONGEST_WORDS = 200;

    private OauthError() {}

    static String of(int status, Map<String, Object> members) {
        String words = Json.text(members, "error_description")
                .map(text -> " (" + described(text) + ")")
                .orElse("");
        return code(Json.text(members, "error")).orElse("an error without a code") + words + ", status " + status;
    }

    /** The error code alone, if it is one. */
    static Optional<String> code(Optional<String> error) {
        return error.filter(text -> CODE.matcher(text).matches());
    }

    private static String described(String text) {
        String words = LIKE_A_SECRET.matcher(text).replaceAll("…");
        return words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS) + "…";
    }
}
