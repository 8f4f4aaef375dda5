package fr.sisamu.portail.phone;

import fr.sisamu.portail.session.WorkSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The number last linked on each post, so that whoever sits down next need not type it. */
@ApplicationScoped
class LastNumberStore {

    private static final String AGAIN =
            "update workstation_phone set phone_id = ?3 where workstation_id = ?1 and unit_id = ?2";
    private static final String FIRST = "insert into workstation_phone (workstation_id, unit_id, phone_id)"
            + " values (?1, ?2, ?3) on conflict do nothing";
    private static final String LAST = "select p.number from workstation_phone w join phone p on p.id = w.phone_id"
            + " where w.workstation_id = ?1 and w.unit_id = ?2 and p.active";

    @PersistenceContext(unitName = "portail")
    EntityManager rows;

    void remember(WorkSession session, long phoneId) {
        if (session.workstation().isEmpty() || session.profile().isEmpty()) {
            return;
        }
        String post = session.workstation().get();
        long unit = session.profile().get().unit().id();
        if (write(AGAIN, post, unit, phoneId) == 0) {
            write(FIRST, post, unit, phoneId);
        }
    }

    Optional<String> find(String workstation, long unitId) {
        List<?> numbers = rows.createNativeQuery(LAST)
                .setParameter(1, workstation)
                .setParameter(2, unitId)
                .getResultList();
        return numbers.stream().map(String.class::cast).findFirst();
    }

    private int write(String sql, String post, long unit, long phone) {
        return rows.createNativeQuery(sql)
                .setParameter(1, post)
                .setParameter(2, unit)
                .setParameter(3, phone)
                .executeUpdate();
    }
}
