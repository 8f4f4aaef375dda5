package fr.sisamu.portail.partners.psc;

import com.nimbusds.oauth2.sdk.id.Identifier;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the provider hands out for a while: codes, tokens, sessions, each under a random key and the newest alone. */
final class Expiring<T> {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEPT = 1000;

    private record Held<T>(T value, Instant end) {}

    private final Map<String, Held<T>> entries = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Held<T>> eldest) {
            return size() > KEPT;
        }
    };

    private final Clock clock;
    private final Duration life;

    Expiring(Clock clock, Duration life) {
        this.clock = clock;
        this.life = life;
    }

    static String randomKey() {
        byte[] bytes = new byte[Identifier.DEFAULT_BYTE_LENGTH];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    Duration life() {
        return life;
    }

    /** Keeps the value under a new key. */
    String add(T value) {
        String key = randomKey();
        put(key, value);
        return key;
    }

    synchronized void put(String key, T value) {
        entries.put(key, new Held<>(value, clock.instant().plus(life)));
    }

    synchronized Optional<T> find(String key) {
        return Optional.ofNullable(entries.get(key)).filter(this::lasts).map(Held::value);
    }

    /** Gives the value to the first who asks and to nobody after. */
    synchronized Optional<T> take(String key) {
        return Optional.ofNullable(entries.remove(key)).filter(this::lasts).map(Held::value);
    }

    synchronized List<T> all() {
        return entries.values().stream().filter(this::lasts).map(Held::value).toList();
    }

    synchronized void clear() {
        entries.clear();
    }

    private boolean lasts(Held<T> entry) {
        return clock.instant().isBefore(entry.end());
    }
}
