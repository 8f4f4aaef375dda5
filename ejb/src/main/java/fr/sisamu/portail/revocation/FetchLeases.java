package fr.sisamu.portail.revocation;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Lets one node at a time fetch: a conditional UPDATE that only one of them wins. A node that dies loses its lease by
 * itself.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class FetchLeases {

    /** Longer than one download may take; renewed before each address. */
    static final Duration LEASE = Duration.ofMinutes(3);

    @PersistenceContext(unitName = "portail")
    EntityManager entityManager;

    public List<FetchState> all() {
        return entityManager
                .createQuery("select f from FetchState f", FetchState.class)
                .getResultList();
    }

    /** Makes the authority known and due; two nodes that start together may both say so. */
    public void announce(String authority, Instant now) {
        entityManager
                .createNativeQuery("insert into revocation_fetch (authority, next_at, leased_until, failures)"
                        + " values (?, ?, ?, 0) on conflict do nothing")
                .setParameter(1, authority)
                .setParameter(2, Timestamp.from(now))
                .setParameter(3, Timestamp.from(now))
                .executeUpdate();
    }

    /** Takes the lease if the authority is due and nobody else holds it; gives its end. */
    public Optional<Instant> take(String authority, Instant now) {
        Instant until = now.plus(LEASE);
        int taken = entityManager
                .createQuery("update FetchState f set f.leasedUntil = :until"
                        + " where f.authority = :authority and f.nextAt <= :now and f.leasedUntil <= :now")
                .setParameter("until", until)
                .setParameter("authority", authority)
                .setParameter("now", now)
                .executeUpdate();
        return taken == 1 ? Optional.of(until) : Optional.empty();
    }

    /** Makes the lease last from now on; false when another node has it by now. */
    public boolean renew(String authority, Instant held, Instant until) {
        return entityManager
                        .createQuery("update FetchState f set f.leasedUntil = :until"
                                + " where f.authority = :authority and f.leasedUntil = :held")
                        .setParameter("until", until)
                        .setParameter("authority", authority)
                        .setParameter("held", held)
                        .executeUpdate()
                == 1;
    }

    /** Gives the lease back, unless another node has it by now, and says when the next fetch is due and what went wrong, if anything did. */
    public void finish(
            String authority, Instant held, Instant now, Instant nextAt, int failures, Optional<String> error) {
        entityManager
                .createQuery("update FetchState f set f.leasedUntil = :now, f.nextAt = :nextAt, f.lastTryAt = :now,"
                        + " f.failures = :failures, f.lastError = :error"
                        + " where f.authority = :authority and f.leasedUntil = :held")
                .setParameter("held", held)
                .setParameter("now", now)
                .setParameter("nextAt", nextAt)
                .setParameter("failures", failures)
                .setParameter(
                        "error",
                        error.map(text -> text.substring(0, Math.min(500, text.length())))
                                .orElse(null))
                .setParameter("authority", authority)
                .executeUpdate();
    }
}
