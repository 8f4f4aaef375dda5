package fr.sisamu.portail.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** The secret a browser holds for its session: 256 random bits in base64url. Its text form hides it. */
public record SessionToken(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static SessionToken random() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return new SessionToken(base64url(bits));
    }

    /** What the database keeps: whoever reads it there cannot come in with it. 43 characters. */
    String digest() {
        try {
            return base64url(MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has SHA-256
        }
    }

    private static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "SessionToken[…]";
    }
}
