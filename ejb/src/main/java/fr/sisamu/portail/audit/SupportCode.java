package fr.sisamu.portail.audit;

import java.security.SecureRandom;

/** A code d'assistance: what a person reads out on the phone, and what finds the exact cause in the trace. */
public record SupportCode(String value) {

    /** Crockford's base 32: no letter that a voice or an eye takes for another. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final SecureRandom RANDOM = new SecureRandom();

    public static SupportCode random() {
        StringBuilder code = new StringBuilder(9);
        for (int i = 0; i < 8; i++) {
            if (i == 4) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new SupportCode(code.toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
