package fr.sisamu.portail.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;

/**
 * The digest of a row: SHA-256 (FIPS 180-4) over the text {@code portail-trace-1} and every column but the digest
 * itself, in this order: id, sequence_number, previous_digest, at, node, kind, outcome, support_code, account_id,
 * session_id, identifier, unit_code, origin, workstation_id, detail.
 *
 * <p>Each is written as its length in octets (four octets, big-endian) and its octets: UTF-8 for texts, decimal digits
 * for numbers, microseconds since 1970-01-01T00:00:00Z in decimal for the instant. A null has the length −1 and no
 * octets. So no two rows have one encoding, and anyone can compute it without the portal.
 */
final class RowDigest {

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final MessageDigest sha256;

    private RowDigest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
        add("portail-trace-1");
    }

    static String of(TraceRow row) {
        RowDigest digest = new RowDigest();
        digest.addRow(row);
        return digest.text();
    }

    /** What the first row of a node has for the digest of a row before it. */
    static String beginning(String node) {
        RowDigest digest = new RowDigest();
        digest.add(node);
        return digest.text();
    }

    /** The digest of many rows together, as those before the chain are sealed. */
    static RowDigest ofMany() {
        return new RowDigest();
    }

    void addRow(TraceRow row) {
        add(Long.toString(row.id()));
        Optional<ChainLink> link = row.link();
        add(link.isEmpty() ? null : Long.toString(link.get().sequence()));
        add(link.isEmpty() ? null : link.get().previous());
        add(Long.toString(micros(row.at())));
        add(row.node());
        add(row.kind());
        add(row.outcome());
        add(row.supportCode());
        add(row.account().isEmpty() ? null : Long.toString(row.account().get()));
        add(row.session().isEmpty() ? null : Long.toString(row.session().get()));
        add(row.identifier().orElse(null));
        add(row.unit().orElse(null));
        add(row.origin().orElse(null));
        add(row.workstation().orElse(null));
        add(row.detail());
    }

    String text() {
        return BASE64URL.encodeToString(sha256.digest());
    }

    static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    private void add(String value) {
        byte[] octets = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
        int length = octets == null ? -1 : octets.length;
        sha256.update((byte) (length >>> 24));
        sha256.update((byte) (length >>> 16));
        sha256.update((byte) (length >>> 8));
        sha256.update((byte) length);
        if (octets != null) {
            sha256.update(octets);
        }
    }
}
