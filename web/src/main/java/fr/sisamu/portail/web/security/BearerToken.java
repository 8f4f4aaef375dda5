package fr.sisamu.portail.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The token in {@code Authorization: Bearer} (RFC 6750 §2.1, RFC 9110 §11.4): the scheme in any case, then blanks, then it. */
public final class BearerToken {

    private static final Pattern FORM = Pattern.compile("Bearer +(\\S+)", Pattern.CASE_INSENSITIVE);

    private BearerToken() {}

    /** What this request brings; empty if it brings none. */
    public static Optional<String> of(HttpServletRequest request) {
        return in(Optional.ofNullable(request.getHeader("Authorization")));
    }

    /** What stands in a header of that name. */
    public static Optional<String> in(Optional<String> authorization) {
        return authorization.map(FORM::matcher).filter(Matcher::matches).map(header -> header.group(1));
    }
}
