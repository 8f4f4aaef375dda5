package fr.sisamu.portail.web.metrics;

import fr.sisamu.portail.web.security.BearerToken;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who may see the figures: whoever brings the token of the settings. Without one nobody may, not even from this machine,
 * for behind a proxy everybody comes from there.
 */
@Dependent
class MetricsDoor {

    private static final Logger LOG = System.getLogger(MetricsDoor.class.getName());

    /** As many as 16 random bytes have in hexadecimal. */
    static final int SHORTEST = 32;

    private final Optional<String> token;

    enum Answer {
        OPEN,
        /** No token, or another one. */
        REFUSED,
        /** There is no token that would open. */
        CLOSED
    }

    @Inject
    MetricsDoor(@ConfigProperty(name = "portail.metrics.token") Optional<String> token) {
        this.token = token;
        if (token.filter(MetricsDoor::isTooShort).isPresent()) {
            LOG.log(
                    Level.ERROR,
                    "portail.metrics.token is shorter than {0} characters: nobody gets metrics until it is longer",
                    SHORTEST);
        }
    }

    /** @param authorization the header of that name (RFC 6750 §2.1) */
    Answer judge(Optional<String> authorization) {
        Optional<String> strong = token.filter(set -> !isTooShort(set));
        if (strong.isEmpty()) {
            return Answer.CLOSED;
        }
        boolean right = BearerToken.in(authorization)
                .filter(brought -> MessageDigest.isEqual(octets(brought), octets(strong.get())))
                .isPresent();
        return right ? Answer.OPEN : Answer.REFUSED;
    }

    private static boolean isTooShort(String token) {
        return token.length() < SHORTEST;
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
