package fr.sisamu.portail.revocation;

import java.math.BigInteger;
import java.util.Optional;

/** Lists of one authority as loaded, with their row ids, so that nothing is read twice and nothing goes backwards. */
record HeldLists(long fullId, Optional<SignedList> full, long deltaId, Optional<SignedList> delta) {

    static final HeldLists NONE = new HeldLists(0, Optional.empty(), 0, Optional.empty());

    boolean lacksFull(StoredList stored) {
        return stored.id() != fullId && newer(full, stored);
    }

    boolean lacksDelta(StoredList stored) {
        return stored.id() != deltaId && newer(delta, stored);
    }

    /** A database restored from a backup must not bring back an older list. */
    private static boolean newer(Optional<SignedList> held, StoredList stored) {
        BigInteger number = held.map(SignedList::number).orElse(BigInteger.ONE.negate());
        return stored.number().compareTo(number) >= 0;
    }

    HeldLists withFull(long id, Optional<SignedList> list) {
        return list.isEmpty() ? this : new HeldLists(id, list, deltaId, delta);
    }

    HeldLists withDelta(long id, Optional<SignedList> list) {
        return list.isEmpty() ? this : new HeldLists(fullId, full, id, list);
    }

    Optional<AuthorityLists> lists() {
        return full.map(base -> AuthorityLists.of(base, delta));
    }
}
