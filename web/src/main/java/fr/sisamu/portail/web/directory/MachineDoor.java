package fr.sisamu.portail.web.directory;

import fr.sisamu.portail.directory.MachineTokenService;
import fr.sisamu.portail.directory.TokenScope;
import fr.sisamu.portail.directory.TokenVerdict;
import fr.sisamu.portail.web.security.BearerToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Lets machines in by a token in {@code Authorization: Bearer} (RFC 6750), and by nothing else: no cookie is looked at, so
 * no page of another site can make a browser do a machine's work.
 */
@ApplicationScoped
public class MachineDoor {

    private static final Predicate<String> TOKEN =
            Pattern.compile("[A-Za-z0-9_-]{43}").asMatchPredicate();

    @Inject
    MachineTokenService tokens;

    @Inject
    Clock clock;

    /** What the request may do; no rights without a good token made for this. */
    public TokenVerdict judge(HttpServletRequest request, TokenScope scope) {
        return BearerToken.of(request)
                .filter(TOKEN)
                .map(token -> tokens.judge(token, request.getRemoteAddr(), scope))
                .orElseGet(() -> new TokenVerdict(Optional.empty(), Optional.empty()));
    }

    /** The value of {@code Retry-After} (RFC 9110 §10.2.3) for this instant. */
    public String secondsUntil(Instant instant) {
        return Long.toString(
                Math.max(1, Duration.between(clock.instant(), instant).toSeconds()));
    }
}
