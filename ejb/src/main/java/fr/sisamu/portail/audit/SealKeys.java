package fr.sisamu.portail.audit;

import fr.sisamu.portail.secret.ServerKey;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/**
 * Seals with the server's key (HMAC-SHA256 for this purpose alone), and knows seals made under it or under a former
 * one. Whoever can write to the database alone has none of them.
 */
@ApplicationScoped
class SealKeys {

    private static final String PURPOSE = "audit-seal";

    @Inject
    ServerKey key;

    @Inject
    @ConfigProperties
    TraceSettings settings;

    /** The key of today comes first. */
    private List<ServerKey> known = List.of();

    static SealKeys of(List<String> base64) {
        SealKeys keys = new SealKeys();
        keys.known = base64.stream().map(ServerKey::of).toList();
        return keys;
    }

    @PostConstruct
    void load() {
        List<ServerKey> keys = new ArrayList<>(List.of(key));
        for (String former : settings.formerKeys.orElse("").split(",", -1)) {
            if (!former.isBlank()) {
                keys.add(former(former));
            }
        }
        known = List.copyOf(keys);
    }

    private static ServerKey former(String base64) {
        try {
            return ServerKey.of(base64);
        } catch (IllegalStateException e) {
            throw new IllegalStateException("portail.audit.former-keys: one of them is no key", e);
        }
    }

    /** Does nothing but be called: unusable keys have thrown before. */
    void check() {
        key.check();
    }

    String seal(String text) {
        return known.get(0).sign(PURPOSE, text);
    }

    boolean sealed(String text, String code) {
        byte[] given = code.getBytes(StandardCharsets.UTF_8);
        return known.stream()
                .map(one -> one.sign(PURPOSE, text).getBytes(StandardCharsets.UTF_8))
                .anyMatch(expected -> MessageDigest.isEqual(expected, given));
    }
}
