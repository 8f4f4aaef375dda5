package fr.sisamu.portail.profile;

import fr.sisamu.portail.account.AccountId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Tells which profiles a person may choose. Dates are days in Europe/Paris, whatever the server's zone. */
@Stateless
public class ProfileService {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @PersistenceContext(unitName = "portail")
    EntityManager rows;

    @Inject
    Clock clock;

    /** The profiles valid today, the last chosen first, then by unit and function. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<Profile> validFor(AccountId account) {
        return rows.createNamedQuery(StoredProfile.VALID_FOR, ProfileRow.class)
                .setParameter("account", account)
                .setParameter("today", today())
                .getResultStream()
                .map(ProfileRow::view)
                .toList();
    }

    /** This profile if it belongs to this account and is valid today. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Profile> findValid(AccountId account, long profileId) {
        return rows.createNamedQuery(StoredProfile.VALID_ONE, ProfileRow.class)
                .setParameter("account", account)
                .setParameter("today", today())
                .setParameter("id", profileId)
                .getResultStream()
                .findFirst()
                .map(ProfileRow::view);
    }

    /** Remembers the choice, so that it is proposed first next time. */
    public void chosen(long profileId) {
        rows.createNamedQuery(StoredProfile.CHOSEN)
                .setParameter("id", profileId)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(PARIS));
    }
}
