package fr.sisamu.portail.phone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;

/** Counts the phones that are linked now, on all nodes. */
@ApplicationScoped
public class PhoneCensus {

    @PersistenceContext(unitName = "portail")
    EntityManager rows;

    @Inject
    Clock clock;

    /** Phones whose holder still gives signs of life. */
    public long linked() {
        return rows.createNamedQuery(StoredLink.LINKED, Long.class)
                .setParameter("now", clock.instant())
                .getSingleResult();
    }
}
