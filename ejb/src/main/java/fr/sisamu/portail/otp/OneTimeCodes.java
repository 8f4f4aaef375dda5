package fr.sisamu.portail.otp;

import fr.sisamu.portail.message.CodeSource;
import fr.sisamu.portail.secret.ServerKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The code of a challenge: six digits cut from an HMAC of its random id under the server's key, as RFC 4226 §5.3 cuts
 * them. So the same code can be sent again without standing anywhere, and whoever reads the database learns none.
 */
@ApplicationScoped
public class OneTimeCodes implements CodeSource {

    private static final String KEY_USE = "otp-code";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Without the letters that an eye takes for digits. */
    private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";

    /** As people copy it: with spaces, or with the letter of the screen in front. */
    private static final Pattern TYPED = Pattern.compile("[A-Za-z]?[\\s.:-]*((?:\\d[\\s.-]*){6})");

    private static final int LONGEST_TYPED = 40;

    @Inject
    ServerKey key;

    @Inject
    ChallengeStore challenges;

    static String letter() {
        return String.valueOf(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }

    @Override
    public Optional<String> code(String challenge) {
        return challenges.find(challenge).filter(Challenge::open).map(found -> derive(found.id()));
    }

    String derive(String challenge) {
        byte[] mac = Base64.getUrlDecoder().decode(key.sign(KEY_USE, challenge));
        int offset = mac[mac.length - 1] & 0x0f;
        int number = (mac[offset] & 0x7f) << 24
                | (mac[offset + 1] & 0xff) << 16
                | (mac[offset + 2] & 0xff) << 8
                | (mac[offset + 3] & 0xff);
        return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    }

    boolean matches(String challenge, String digits) {
        return MessageDigest.isEqual(
                derive(challenge).getBytes(StandardCharsets.US_ASCII), digits.getBytes(StandardCharsets.US_ASCII));
    }

    /** The six digits in what was typed; empty if it cannot be a code, which then costs no try. */
    static Optional<String> digits(String typed) {
        if (typed.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        Matcher code =
                TYPED.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC).strip());
        return code.matches() ? Optional.of(code.group(1).replaceAll("\\D", "")) : Optional.empty();
    }
}
