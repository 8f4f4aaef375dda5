package fr.sisamu.portail.profile;

import fr.sisamu.portail.account.AccountId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/**
 * Gives profiles and changes them. A profile is ended by its last day and never deleted, for sessions name it. It judges
 * nobody's right: people come through the package administration.
 */
@Stateless
public class ProfileRegister {

    private static final String ADD = """
            insert into profile (id, account_id, unit_id, function_label, needs_phone, valid_from, valid_until, version)
            select nextval('profile_seq'), a.id, u.id, cast(?3 as varchar(100)), cast(?4 as boolean),
                   cast(?5 as date), cast(?6 as date), 1
            from account a, unit u where a.id = ?1 and u.id = ?2""";

    @PersistenceContext(unitName = "portail")
    EntityManager rows;

    /** All profiles of an account, past and future ones included. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<HeldProfile> of(AccountId account) {
        return rows.createNamedQuery(StoredProfile.OF, HeldProfileRow.class)
                .setParameter("account", account)
                .getResultStream()
                .map(HeldProfileRow::view)
                .toList();
    }

    /** Gives a profile; false if there is no such account or unit. */
    public boolean add(AccountId account, long unitId, ProfileTerms terms) {
        return rows.createNativeQuery(ADD)
                        .setParameter(1, account.value())
                        .setParameter(2, unitId)
                        .setParameter(3, terms.function())
                        .setParameter(4, terms.needsPhone())
                        .setParameter(5, terms.validFrom().toString())
                        .setParameter(6, lastDay(terms))
                        .executeUpdate()
                == 1;
    }

    /** Changes a profile; false if somebody else has changed it since this version was read. */
    public boolean change(AccountId account, HeldProfile read, ProfileTerms terms) {
        return rows.createNamedQuery(StoredProfile.CHANGE)
                        .setParameter("id", read.id())
                        .setParameter("account", account)
                        .setParameter("version", read.version())
                        .setParameter("function", terms.function())
                        .setParameter("needsPhone", terms.needsPhone())
                        .setParameter("from", terms.validFrom())
                        .setParameter("until", terms.validUntil().orElse(null))
                        .executeUpdate()
                == 1;
    }

    private static String lastDay(ProfileTerms terms) {
        return terms.validUntil().map(Object::toString).orElse(null);
    }
}
