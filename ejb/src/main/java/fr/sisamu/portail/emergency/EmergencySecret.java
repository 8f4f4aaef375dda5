package fr.sisamu.portail.emergency;

import java.security.SecureRandom;
import java.util.Locale;

/**
 * What a supervisor reads out and an agent types, once: ten characters, fifty bits, in Crockford's base 32, where no letter
 * is taken for another. Five tries at most (and the throttle) stand before it.
 */
public record EmergencySecret(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 10;
    private static final int LONGEST_TYPED = 40;
    private static final SecureRandom RANDOM = new SecureRandom();

    static EmergencySecret random() {
        StringBuilder secret = new StringBuilder(LENGTH);
        RANDOM.ints(LENGTH, 0, ALPHABET.length()).forEach(at -> secret.append(ALPHABET.charAt(at)));
        return new EmergencySecret(secret.toString());
    }

    /** What was typed, with the blanks, hyphens and look-alikes that Crockford's base 32 forgives. */
    static EmergencySecret typed(String text) {
        String cut = text.length() > LONGEST_TYPED ? "" : text;
        return new EmergencySecret(cut.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\u00A0\\u202F-]", "")
                .replace('O', '0')
                .replaceAll("[IL]", "1"));
    }

    /** In two groups, to be read out. */
    public String spelled() {
        return value.substring(0, LENGTH / 2) + "-" + value.substring(LENGTH / 2);
    }

    @Override
    public String toString() {
        return "EmergencySecret[…]";
    }
}
