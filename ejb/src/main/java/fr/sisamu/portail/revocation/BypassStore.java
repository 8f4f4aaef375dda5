package fr.sisamu.portail.revocation;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** Keeps débrayages: who opened which, when, why and until when. Rows are closed, never deleted. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class BypassStore {

    @PersistenceContext(unitName = "portail")
    EntityManager entityManager;

    public List<RevocationBypass> open(Instant now) {
        return rows(now).stream().map(StoredBypass::value).toList();
    }

    /** Opens one in the place of those that are open: there is one end time to look at. */
    public void replace(RevocationBypass bypass) {
        close(bypass.openedAt());
        entityManager.persist(new StoredBypass(bypass.reason(), bypass.openedBy(), bypass.openedAt(), bypass.until()));
    }

    /** Closes what is open and says how many that were. */
    public int close(Instant now) {
        List<StoredBypass> open = rows(now);
        open.forEach(row -> row.close(now));
        return open.size();
    }

    private List<StoredBypass> rows(Instant now) {
        return entityManager
                .createQuery(
                        "select b from StoredBypass b where b.closedAt is null and b.endsAt > :now order by b.endsAt",
                        StoredBypass.class)
                .setParameter("now", now)
                .getResultList();
    }
}
