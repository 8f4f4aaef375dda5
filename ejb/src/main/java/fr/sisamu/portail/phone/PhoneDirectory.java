package fr.sisamu.portail.phone;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/**
 * The directory of desk phones. It judges nobody's right: people come through the package administration. A phone put out
 * of use stays with whoever holds it until it is freed.
 */
@Stateless
public class PhoneDirectory {

    /** More than a call centre has desks. */
    private static final int MOST = 1000;

    private static final String ADD = """
            insert into phone (id, unit_id, number, label, active)
            select nextval('phone_seq'), u.id, cast(?2 as varchar(20)), cast(?3 as varchar(100)), true
            from unit u where u.id = ?1
            on conflict do nothing""";

    @PersistenceContext(unitName = "portail")
    EntityManager rows;

    /** The number typed, as the directory writes it; empty if it is none. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<String> numberIn(String typed) {
        return PhoneNumber.of(typed).map(PhoneNumber::value).filter(number -> number.length() <= 20);
    }

    /** The number as a trace may hold it. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public String masked(String number) {
        return PhoneNumber.masked(number);
    }

    /** The phones of a unit by their number. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<DirectoryPhone> of(long unitId) {
        return rows.createNamedQuery(StoredPhone.OF_UNIT, StoredPhone.class)
                .setParameter("unit", unitId)
                .setMaxResults(MOST)
                .getResultStream()
                .map(StoredPhone::view)
                .toList();
    }

    /** Adds a phone; false if the unit has this number already. */
    public boolean add(long unitId, String number, String label) {
        return rows.createNativeQuery(ADD)
                        .setParameter(1, unitId)
                        .setParameter(2, number)
                        .setParameter(3, label)
                        .executeUpdate()
                == 1;
    }

    /** Changes the label and the use of a phone of this unit; false if it is none of its own, or no more as it was seen. */
    public boolean change(long unitId, DirectoryPhone seen, String label, boolean active) {
        return rows.createNamedQuery(StoredPhone.CHANGE)
                        .setParameter("id", seen.id())
                        .setParameter("unit", unitId)
                        .setParameter("seenLabel", seen.label())
                        .setParameter("seenActive", seen.active())
                        .setParameter("label", label)
                        .setParameter("active", active)
                        .executeUpdate()
                == 1;
    }
}
