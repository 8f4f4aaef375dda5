package fr.sisamu.portail.directory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that an import changes, taken in one by one: counted, the first of each sort kept to be shown, and all of it in a
 * fingerprint, by which it is known again when it is applied.
 */
final class Difference {

    static final int SHOWN = 50;

    private record Sort(FileKind kind, Change.Action action) {}

    private final Map<Sort, Long> counts = new LinkedHashMap<>();
    private final List<Change> shown = new ArrayList<>();
    private final MessageDigest digest;

    Difference() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    void add(Change change) {
        if (counts.merge(new Sort(change.kind(), change.action()), 1L, Long::sum) <= SHOWN) {
            shown.add(change);
        }
        digest.update((change + "\n").getBytes(StandardCharsets.UTF_8));
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    long count(FileKind kind, Change.Action action) {
        return counts.getOrDefault(new Sort(kind, action), 0L);
    }

    List<ChangeCount> counts() {
        return counts.entrySet().stream()
                .map(entry -> new ChangeCount(entry.getKey().kind, entry.getKey().action, entry.getValue()))
                .toList();
    }

    List<Change> shown() {
        return List.copyOf(shown);
    }

    /** Of what is in by now. */
    String fingerprint() {
        try {
            MessageDigest soFar = (MessageDigest) digest.clone();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(soFar.digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("every JVM's SHA-256 can be copied", e);
        }
    }
}
