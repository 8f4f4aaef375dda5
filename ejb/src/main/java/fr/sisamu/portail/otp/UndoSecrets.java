package fr.sisamu.portail.otp;

import fr.sisamu.portail.message.UndoSource;
import fr.sisamu.portail.secret.Secrets;
import fr.sisamu.portail.secret.ServerKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Clock;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * The secret of a way back: 130 bits in Crockford's base 32, cut from an HMAC of the change's random id under the server's
 * key. So it can be sent without standing anywhere, as a code is, and whoever reads the database learns none. An SMS bears its
 * letters, a telephone dictates them.
 */
@ApplicationScoped
class UndoSecrets implements UndoSource {

    private static final String KEY_USE = "undo";
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 26;
    private static final int LONGEST_TYPED = 60;

    @Inject
    ServerKey key;

    @Inject
    UndoStore undos;

    @Inject
    Clock clock;

    @Override
    public Optional<String> secret(String change) {
        return undos.byId(change).filter(found -> found.openAt(clock.instant())).map(found -> derive(found.id()));
    }

    String derive(String id) {
        BigInteger mac = new BigInteger(1, Base64.getUrlDecoder().decode(key.sign(KEY_USE, id)));
        StringBuilder secret = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            secret.append(ALPHABET.charAt(mac.shiftRight(5 * i).intValue() & 0x1f));
        }
        return secret.toString();
    }

    /** What is kept of a secret. */
    static String digest(String secret) {
        return Secrets.digest(secret);
    }

    /** What was typed, or clicked, with the blanks, hyphens and look-alikes that Crockford's base 32 forgives. */
    static String typed(String text) {
        String cut = text.length() > LONGEST_TYPED ? "" : text;
        return cut.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\u00A0\\u202F-]", "")
                .replace('O', '0')
                .replaceAll("[IL]", "1");
    }
}
