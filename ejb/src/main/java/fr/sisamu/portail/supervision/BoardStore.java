package fr.sisamu.portail.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** Reads who is on. */
@ApplicationScoped
class BoardStore {

    /** More than a call centre has desks. */
    private static final int MOST = 1000;

    @PersistenceContext(unitName = "portail")
    EntityManager rows;

    /** The open sessions of a unit, by name. */
    List<AgentOn> of(long unitId, Instant now) {
        return rows.createQuery(BoardRow.SELECT, BoardRow.class)
                .setParameter("unit", unitId)
                .setParameter("now", now)
                .setMaxResults(MOST)
                .getResultStream()
                .map(BoardRow::view)
                .toList();
    }
}
