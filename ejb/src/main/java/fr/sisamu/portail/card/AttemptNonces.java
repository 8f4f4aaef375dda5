package fr.sisamu.portail.card;

import fr.sisamu.portail.secret.Secrets;
import fr.sisamu.portail.secret.ServerKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/**
 * Nonces that the portal recognises as its own without having stored them: time in milliseconds, digest of the browser's
 * secret, HMAC over both.
 */
@ApplicationScoped
public class AttemptNonces {

    private static final String PURPOSE = "card-attempt";
    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,15})\\.([A-Za-z0-9_-]{43})\\.([A-Za-z0-9_-]{43})");

    @Inject
    ServerKey key;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperties
    CardSettings settings;

    /** A nonce for the browser that keeps this secret. */
    String of(String browserSecret) {
        String message = clock.instant().toEpochMilli() + "." + Secrets.digest(browserSecret);
        return message + "." + key.sign(PURPOSE, message);
    }

    /** The digest of the browser's secret, if the nonce is ours and still young. */
    Optional<String> browserDigestIn(String nonce) {
        Matcher parts = SHAPE.matcher(nonce);
        if (!parts.matches() || !isOurs(parts)) {
            return Optional.empty();
        }
        Duration age = Duration.between(Instant.ofEpochMilli(Long.parseLong(parts.group(1))), clock.instant());
        return age.compareTo(settings.attemptLifetime) < 0 ? Optional.of(parts.group(2)) : Optional.empty();
    }

    private boolean isOurs(Matcher parts) {
        String expected = key.sign(PURPOSE, parts.group(1) + "." + parts.group(2));
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), parts.group(3).getBytes(StandardCharsets.US_ASCII));
    }
}
