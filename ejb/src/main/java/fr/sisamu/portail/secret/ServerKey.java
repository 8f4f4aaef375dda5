package fr.sisamu.portail.secret;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/**
 * The server's secret key and what is derived from it (HMAC-SHA256, RFC 2104). A key that is missing or shorter than 32
 * bytes stops the start and is named: a guessable key would let anyone make nonces.
 */
@ApplicationScoped
public class ServerKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 32;

    @Inject
    @ConfigProperties
    SecuritySettings settings;

    private SecretKeySpec key;

    /** A key that no setting of this server names: a former one, or that of a command line. */
    public static ServerKey of(String base64) {
        ServerKey other = new ServerKey();
        other.key = new SecretKeySpec(decoded(base64), ALGORITHM);
        return other;
    }

    @PostConstruct
    void load() {
        key = new SecretKeySpec(decoded(settings.key), ALGORITHM);
    }

    private static byte[] decoded(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("portail.security.key is not base64", e);
        }
        if (bytes.length < SHORTEST) {
            throw new IllegalStateException("portail.security.key holds less than " + SHORTEST + " bytes");
        }
        return bytes;
    }

    /** Does nothing but be called: an unusable key has thrown before. */
    public void check() {
        Objects.requireNonNull(key);
    }

    /** The code of a message for one purpose, base64url, 43 characters. */
    public String sign(String purpose, String message) {
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
