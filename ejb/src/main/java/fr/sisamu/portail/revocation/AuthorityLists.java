package fr.sisamu.portail.revocation;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What we know of one authority: its full list and, when there is one, the delta that completes it. The rules of the
 * decision live here; time, grace and débrayage are handed in.
 */
record AuthorityLists(SignedList full, Optional<SignedList> delta) {

    /** A delta that does not complete the full list is left aside. */
    static AuthorityLists of(SignedList full, Optional<SignedList> delta) {
        return new AuthorityLists(full, delta.filter(candidate -> candidate.completes(full)));
    }

    /** Revoked counts for ever: no grace and no débrayage lets a listed serial through. */
    RevocationAnswer answer(BigInteger serial, Instant now, Duration grace, boolean bypassed) {
        byte[] octets = serial.toByteArray();
        if (octets.length > RevokedSerials.WIDTH) {
            return RevocationAnswer.UNKNOWN; // lists are read without such serials: whether it is revoked stays unknown
        }
        if (revokes(octets)) {
            return RevocationAnswer.REVOKED;
        }
        return switch (state(now, grace)) {
            case FRESH -> RevocationAnswer.GOOD;
            case GRACE -> RevocationAnswer.GOOD_WITHIN_GRACE;
            default -> bypassed ? RevocationAnswer.BYPASSED : RevocationAnswer.UNKNOWN;
        };
    }

    private boolean revokes(byte[] serial) {
        if (delta.isEmpty()) {
            return full.revoked().contains(serial);
        }
        SignedList newer = delta.get();
        return newer.revoked().contains(serial)
                || (full.revoked().contains(serial) && !newer.released().contains(serial));
    }

    ListState state(Instant now, Duration grace) {
        if (!now.isAfter(nextUpdate())) {
            return ListState.FRESH;
        }
        return now.isAfter(nextUpdate().plus(grace)) ? ListState.OUTDATED : ListState.GRACE;
    }

    SignedList newest() {
        return delta.orElse(full);
    }

    /** A full list and its delta are together as fresh as the later of the two. */
    Instant nextUpdate() {
        return delta.map(SignedList::nextUpdate)
                .filter(later -> later.isAfter(full.nextUpdate()))
                .orElse(full.nextUpdate());
    }

    int entries() {
        return full.entries() + delta.map(SignedList::entries).orElse(0);
    }
}
