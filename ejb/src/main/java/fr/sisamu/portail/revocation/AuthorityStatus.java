package fr.sisamu.portail.revocation;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The state of one authority's lists, for health data and the login page.
 *
 * @param authority its common name
 * @param age since the newest list's thisUpdate
 * @param entries serials held, full list and delta together
 * @param lastError why the last fetch failed; empty when it went well
 * @param bypassUntil end of the open débrayage
 */
public record AuthorityStatus(
        String authority,
        ListState state,
        Optional<BigInteger> number,
        Optional<Instant> thisUpdate,
        Optional<Instant> nextUpdate,
        Optional<Duration> age,
        int entries,
        Optional<String> lastError,
        Optional<Instant> bypassUntil) {

    /** Whether cards of this authority can be accepted now. */
    public boolean usable() {
        return state == ListState.FRESH || state == ListState.GRACE || bypassUntil.isPresent();
    }
}
