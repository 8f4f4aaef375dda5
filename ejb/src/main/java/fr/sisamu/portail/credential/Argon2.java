package fr.sisamu.portail.credential;

import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106) by Bouncy Castle, with the parameters in the result (PHC string format), so that a hash says itself
 * how it was made. Passwords are compared in Unicode form NFC (SP 800-63B-4 §3.1.1.2).
 *
 * <p>The memory of a hash is kept for the next one: left to the collector, 19 MiB a login cost as much again as the hash.
 * It is kept softly, so that it goes back once nobody has come in by password for a while.
 */
final class Argon2 {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})\\$([A-Za-z0-9+/]{22})\\$([A-Za-z0-9+/]{43})");

    private final int memoryKib;
    private final int iterations;
    private final int parallelism;

    /** As many as hashes ever ran at once, which the pool of their threads bounds. */
    private final Queue<SoftReference<BlockPool>> idle = new ConcurrentLinkedQueue<>();

    Argon2(int memoryKib, int iterations, int parallelism) {
        this.memoryKib = memoryKib;
        this.iterations = iterations;
        this.parallelism = parallelism;
    }

    String hash(String password) {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + memoryKib + ",t=" + iterations + ",p=" + parallelism + "$"
                + base64.encodeToString(salt) + "$" + base64.encodeToString(raw(password, salt));
    }

    /** Compares with whatever parameters the stored hash was made. */
    boolean verify(String password, String stored) {
        Matcher parts = parts(stored);
        Argon2 maker = isOutdated(stored)
                ? new Argon2(
                        Integer.parseInt(parts.group(1)),
                        Integer.parseInt(parts.group(2)),
                        Integer.parseInt(parts.group(3)))
                : this;
        byte[] salt = Base64.getDecoder().decode(parts.group(4));
        return MessageDigest.isEqual(
                maker.raw(password, salt), Base64.getDecoder().decode(parts.group(5)));
    }

    /** Whether the settings have changed since this hash was made. */
    boolean isOutdated(String stored) {
        return !stored.startsWith("$argon2id$v=19$m=" + memoryKib + ",t=" + iterations + ",p=" + parallelism + "$");
    }

    private static Matcher parts(String stored) {
        Matcher parts = PHC.matcher(stored);
        if (!parts.matches()) {
            throw new IllegalStateException("a stored password is no PHC string of Argon2id");
        }
        return parts;
    }

    private byte[] raw(String password, byte[] salt) {
        BlockPool memory = memory();
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(iterations)
                .withParallelism(parallelism)
                .withSalt(salt)
                .withBlockPool(memory)
                .build());
        byte[] hash = new byte[HASH];
        generator.generateBytes(
                Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8), hash);
        idle.offer(new SoftReference<>(memory));
        return hash;
    }

    private BlockPool memory() {
        for (SoftReference<BlockPool> kept = idle.poll(); kept != null; kept = idle.poll()) {
            BlockPool memory = kept.get();
            if (memory != null) {
                return memory;
            }
        }
        return new FixedBlockPool(Argon2BytesGenerator.getBlockCount(memoryKib, parallelism));
    }
}
