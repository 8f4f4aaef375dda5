package fr.sisamu.portail.session;

import java.time.Instant;
import java.util.Optional;

/**
 * When the person who stands at the post proved who they are: this very moment, or earlier, where somebody else was asked
 * who still knew them.
 */
public record ProofTime(boolean justNow, Optional<Instant> earlier) {

    public static final ProofTime NOW = new ProofTime(true, Optional.empty());

    /** Nobody says when: whoever stands there may be another. */
    public static final ProofTime UNKNOWN = new ProofTime(false, Optional.empty());

    public static ProofTime at(Instant instant) {
        return new ProofTime(false, Optional.of(instant));
    }

    /** Never later than now, whatever the clock of somebody else says; empty if nobody knows. */
    Optional<Instant> read(Instant now) {
        return justNow ? Optional.of(now) : earlier.map(instant -> instant.isAfter(now) ? now : instant);
    }
}
