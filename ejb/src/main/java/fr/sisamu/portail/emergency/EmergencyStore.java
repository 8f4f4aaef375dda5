package fr.sisamu.portail.emergency;

import fr.sisamu.portail.account.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rows of accesses; the database decides every race. */
@ApplicationScoped
class EmergencyStore {

    private static final int TRIES = 5;
    private static final int MOST = 500;

    private static final String ADD = """
            insert into emergency_access
              (id, account_id, open_for, unit_id, opened_by, reason, secret_digest, tries_left, opened_at, expires_at)
            values (nextval('emergency_access_seq'), ?1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            on conflict do nothing""";

    private static final String SUPERVISORS_ON = """
            select s.id from work_session s
              join account_role r on r.account_id = s.account_id and r.role = 'SUPERVISOR' and r.scope = ?1
            where s.ended_at is null""";

    @PersistenceContext(unitName = "portail")
    EntityManager rows;

    /** False if there is an open access for this agent. In the caller's transaction. */
    @Transactional
    boolean add(NewAccess access) {
        return rows.createNativeQuery(ADD)
                        .setParameter(1, access.account().value())
                        .setParameter(2, access.unitId())
                        .setParameter(3, access.openedBy().value())
                        .setParameter(4, access.reason())
                        .setParameter(5, access.secretDigest())
                        .setParameter(6, TRIES)
                        .setParameter(7, access.openedAt().atOffset(ZoneOffset.UTC))
                        .setParameter(8, access.expiresAt().atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }

    /** The open sessions of the supervisors of a unit. */
    List<Long> supervisorsOn(long unitId) {
        List<?> found =
                rows.createNativeQuery(SUPERVISORS_ON).setParameter(1, unitId).getResultList();
        return found.stream().map(id -> ((Number) id).longValue()).toList();
    }

    Optional<OpenAccess> openFor(AccountId account, Instant now) {
        return rows.createNamedQuery(StoredAccess.OPEN_FOR, StoredAccess.class)
                .setParameter("account", account)
                .setParameter("now", now)
                .getResultStream()
                .findFirst()
                .map(StoredAccess::view);
    }

    /** Whatever nobody has closed, its time over or not: it stands in the way of another one. */
    Optional<OpenAccess> inTheWay(AccountId account) {
        return openFor(account, Instant.EPOCH);
    }

    /** What waits for a review anywhere, what may still be open first. */
    List<EmergencyAccess> notReviewed(Instant now) {
        return views(rows.createNamedQuery(StoredAccess.NOT_REVIEWED, EmergencyRow.class), now);
    }

    /** The same in these units. */
    List<EmergencyAccess> notReviewed(Set<Long> units, Instant now) {
        return views(
                rows.createNamedQuery(StoredAccess.NOT_REVIEWED_IN, EmergencyRow.class)
                        .setParameter("units", units),
                now);
    }

    /** One that waits for a review in this unit. */
    Optional<EmergencyAccess> find(long unitId, long id, Instant now) {
        return views(
                        rows.createNamedQuery(StoredAccess.FIND, EmergencyRow.class)
                                .setParameter("unit", unitId)
                                .setParameter("id", id),
                        now)
                .stream()
                .findFirst();
    }

    private static List<EmergencyAccess> views(TypedQuery<EmergencyRow> query, Instant now) {
        return query.setMaxResults(MOST)
                .getResultStream()
                .map(row -> row.view(now))
                .toList();
    }

    /** Counts a try; false if none is left, or the access is used, closed or over. */
    @Transactional
    boolean countTry(long id, Instant now) {
        return changed(query(StoredAccess.TRY, id).setParameter("now", now));
    }

    /** Uses the access; of any number at once one does. */
    @Transactional
    boolean use(long id, Instant now) {
        return changed(query(StoredAccess.USE, id).setParameter("now", now));
    }

    /** Remembers the session that came of it; false if it was closed meanwhile. */
    @Transactional
    boolean begin(long id, long session) {
        return changed(query(StoredAccess.BEGIN, id).setParameter("session", session));
    }

    /** Closes the access; the session that came of it, 0 if none did, or empty if it was closed already. */
    @Transactional
    Optional<Long> close(long id, AccountId by, Instant now) {
        if (!changed(query(StoredAccess.CLOSE, id).setParameter("now", now).setParameter("by", by))) {
            return Optional.empty();
        }
        return Optional.of(rows.createNamedQuery(StoredAccess.SESSION_OF, Long.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElse(0L));
    }

    /** Reviews an access that is over; false if somebody has. */
    @Transactional
    boolean review(long id, AccountId by, String words, Instant now) {
        return changed(query(StoredAccess.REVIEW, id)
                .setParameter("now", now)
                .setParameter("by", by)
                .setParameter("words", words));
    }

    @Transactional
    void forgetReviewedBefore(Instant instant) {
        rows.createNamedQuery(StoredAccess.FORGET)
                .setParameter("instant", instant)
                .executeUpdate();
    }

    private Query query(String name, long id) {
        return rows.createNamedQuery(name).setParameter("id", id);
    }

    private static boolean changed(Query query) {
        return query.executeUpdate() == 1;
    }
}
