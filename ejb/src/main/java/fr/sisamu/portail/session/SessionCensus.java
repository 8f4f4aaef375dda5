package fr.sisamu.portail.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Counts the open sessions of all nodes. It reads as many rows as are open, by the index on their end. */
@ApplicationScoped
public class SessionCensus {

    @PersistenceContext(unitName = "portail")
    EntityManager rows;

    /** A method and level at which nobody is in is missing. */
    public List<OpenSessions> open() {
        return rows.createNamedQuery(StoredSession.OPEN_BY_LEVEL, OpenSessions.class)
                .getResultList();
    }
}
