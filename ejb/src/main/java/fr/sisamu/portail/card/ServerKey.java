package fr.sisamu.portail.card;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The server's secret key and what is derived from it (HMAC-SHA256, RFC 2104). A key that is missing or shorter than 32
 * bytes stops the start and is named: a guessable key would let anyone make nonces.
 */
@ApplicationScoped
public class ServerKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 32;

    @Inject
    @ConfigProperty(name = "portail.security.key")
    String encoded;

    private SecretKeySpec key;

    @PostConstruct
    void load() {
        byte[] bytes = Base64.getDecoder().decode(encoded);
        if (bytes.length < SHORTEST) {
            throw new IllegalStateException("portail.security.key holds less than 32 bytes");
        }
        key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /** The code of a message for one purpose, base64url, 43 characters. */
    String sign(String purpose, String message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] code = mac.doFinal((purpose + "|" + message).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has " + ALGORITHM, e);
        }
    }
}
