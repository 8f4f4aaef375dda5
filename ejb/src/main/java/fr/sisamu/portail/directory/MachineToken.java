package fr.sisamu.portail.directory;

import java.time.Instant;
import java.util.Optional;

/** A token of a machine, as its list shows it; the secret itself is nowhere. */
public record MachineToken(
        long id,
        String name,
        TokenScope scope,
        String createdBy,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> revokedAt,
        Optional<Instant> lastUsedAt) {

    /** Whether it still opens the door at this instant. */
    public boolean isGood(Instant now) {
        return revokedAt.isEmpty() && now.isBefore(expiresAt);
    }
}
