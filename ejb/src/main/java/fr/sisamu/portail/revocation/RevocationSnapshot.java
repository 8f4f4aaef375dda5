package fr.sisamu.portail.revocation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a login asks, as it was at one moment; never changed, only replaced.
 *
 * @param loaded whether the database has been read since the start
 * @param held by {@link AuthorityKey}
 * @param errors of the last fetches, by {@link AuthorityKey}
 */
record RevocationSnapshot(
        boolean loaded, Map<String, HeldLists> held, Map<String, String> errors, List<RevocationBypass> bypasses) {

    static final RevocationSnapshot EMPTY = new RevocationSnapshot(false, Map.of(), Map.of(), List.of());

    Optional<AuthorityLists> listsOf(String authority) {
        return Optional.ofNullable(held.get(authority)).flatMap(HeldLists::lists);
    }

    Optional<RevocationBypass> bypass(Instant now) {
        return bypasses.stream().filter(open -> now.isBefore(open.until())).findFirst();
    }
}
