package fr.sisamu.portail.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** The rows of notices. */
@ApplicationScoped
class NoticeStore {

    @PersistenceContext(unitName = "portail")
    EntityManager rows;

    void add(StoredNotice notice) {
        rows.persist(notice);
    }

    List<StoredNotice> since(Instant instant) {
        return rows.createNamedQuery(StoredNotice.SINCE, StoredNotice.class)
                .setParameter("instant", instant)
                .getResultList();
    }

    @Transactional
    void purge(Instant limit) {
        rows.createNamedQuery(StoredNotice.PURGE).setParameter("limit", limit).executeUpdate();
    }
}
