package fr.sisamu.portail.unit;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/**
 * Makes units and settles what they let in. It judges nobody's right: people come through the package administration.
 */
@Stateless
public class UnitRegister {

    /** More than there are CRRA, SMUR and ARS in France. */
    private static final int MOST = 3000;

    private static final String ADD = """
            insert into unit (id, code, name, idle_timeout_seconds, version)
            values (nextval('unit_seq'), ?1, ?2, 3600, 1)
            on conflict do nothing""";

    @PersistenceContext(unitName = "portail")
    EntityManager rows;

    /** All units by their name. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<UnitName> names() {
        return rows.createNamedQuery(StoredUnit.ALL, StoredUnit.class)
                .setMaxResults(MOST)
                .getResultStream()
                .map(StoredUnit::called)
                .toList();
    }

    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<UnitSheet> find(long id) {
        return Optional.ofNullable(rows.find(StoredUnit.class, id)).map(StoredUnit::sheet);
    }

    /** Makes a unit with the usual settings; empty if its code is taken. */
    public Optional<Long> add(String code, String name) {
        int added = rows.createNativeQuery(ADD)
                .setParameter(1, code)
                .setParameter(2, name)
                .executeUpdate();
        return added == 0
                ? Optional.empty()
                : Optional.of(rows.createNamedQuery(StoredUnit.BY_CODE, Long.class)
                        .setParameter("code", code)
                        .getSingleResult());
    }

    /** Settles anew; false if somebody else has done so since this version was read. Felt at the next request. */
    public boolean change(long id, int version, UnitSettings settings) {
        return rows.createNamedQuery(StoredUnit.CHANGE)
                        .setParameter("id", id)
                        .setParameter("version", version)
                        .setParameter("name", settings.name())
                        .setParameter("idle", (int) settings.idleTimeout().toSeconds())
                        .setParameter("otp", settings.access().otp())
                        .setParameter("mail", settings.access().mailCode())
                        .setParameter("card", settings.access().cardFirst())
                        .executeUpdate()
                == 1;
    }
}
