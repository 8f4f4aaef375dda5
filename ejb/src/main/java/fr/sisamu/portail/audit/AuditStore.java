package fr.sisamu.portail.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;

/** Adds rows and reads them; it has no way to change one. */
@ApplicationScoped
class AuditStore {

    @PersistenceContext(unitName = "portail")
    EntityManager rows;

    @Transactional(TxType.REQUIRES_NEW)
    void add(AuditEntry entry) {
        rows.persist(entry);
    }

    List<AuditEntry> find(SupportCode code) {
        return rows.createNamedQuery(AuditEntry.BY_SUPPORT_CODE, AuditEntry.class)
                .setParameter("code", code.value())
                .getResultList();
    }
}
