package fr.sisamu.portail.revocation;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;

/**
 * A verified list.
 *
 * @param authority key of the authority that signed it, see {@link AuthorityKey}
 * @param base for a delta, the number of the list it starts from (RFC 5280, 5.2.4)
 * @param revoked the serials it lists
 * @param released for a delta, the serials it takes off again (removeFromCRL)
 */
record SignedList(
        String authority,
        BigInteger number,
        Optional<BigInteger> base,
        Instant thisUpdate,
        Instant nextUpdate,
        RevokedSerials revoked,
        RevokedSerials released) {

    boolean delta() {
        return base.isPresent();
    }

    int entries() {
        return revoked.size() + released.size();
    }

    /** A delta completes a full list that holds its base and is older than the delta itself. */
    boolean completes(SignedList full) {
        return base.isPresent()
                && full.number().compareTo(base.get()) >= 0
                && full.number().compareTo(number) < 0;
    }
}
