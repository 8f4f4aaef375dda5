package fr.sisamu.portail.secret;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what must be kept and read again by the portal alone: AES-256 in GCM (NIST SP 800-38D), a random nonce of 96 bits,
 * under a key of its own for each purpose, derived from the server's. What was sealed for one place opens at no other.
 */
@ApplicationScoped
public class Seal {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    ServerKey key;

    /**
     * Seals a text.
     *
     * @param purpose what is sealed; another purpose, another key
     * @param place where it is kept, such as the id of its row; opens there alone
     * @return base64url
     */
    public String close(String purpose, String place, String text) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            byte[] closed =
                    cipher(Cipher.ENCRYPT_MODE, purpose, place, nonce).doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] result = Arrays.copyOf(nonce, NONCE + closed.length);
            System.arraycopy(closed, 0, result, NONCE, closed.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(result);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has " + CIPHER, e);
        }
    }

    /** What was sealed; empty if it was changed, moved, or sealed under another server key. */
    public Optional<String> open(String purpose, String place, String closed) {
        byte[] bytes = Base64.getUrlDecoder().decode(closed);
        if (bytes.length < NONCE + TAG_BITS / Byte.SIZE) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOf(bytes, NONCE);
        try {
            byte[] text =
                    cipher(Cipher.DECRYPT_MODE, purpose, place, nonce).doFinal(bytes, NONCE, bytes.length - NONCE);
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (AEADBadTagException foreign) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has " + CIPHER, e);
        }
    }

    private Cipher cipher(int mode, String purpose, String place, byte[] nonce) throws GeneralSecurityException {
        byte[] derived = Base64.getUrlDecoder().decode(key.sign("seal", purpose));
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(derived, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
