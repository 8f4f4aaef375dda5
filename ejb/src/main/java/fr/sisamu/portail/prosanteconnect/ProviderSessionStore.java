package fr.sisamu.portail.prosanteconnect;

import fr.sisamu.portail.session.WorkSessionEnded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tables prosanteconnect_session and prosanteconnect_logout. */
@ApplicationScoped
@Transactional
class ProviderSessionStore {

    @PersistenceContext(unitName = "portail")
    EntityManager database;

    /**
     * Keeps the row of a session that is still open, in the place of the one of an earlier proof; the open row is looked for in
     * the same statement.
     */
    boolean add(long sessionId, String sealedToken, String subjectDigest, Optional<String> sidDigest) {
        forget(sessionId);
        int added = database.createNativeQuery("insert into prosanteconnect_session"
                        + " (session_id, sealed_token, subject_digest, sid_digest)"
                        + " select id, cast(? as varchar), cast(? as varchar), cast(? as varchar) from work_session"
                        + " where id = ? and ended_at is null on conflict do nothing")
                .setParameter(1, sealedToken)
                .setParameter(2, subjectDigest)
                .setParameter(3, sidDigest.orElse(null))
                .setParameter(4, sessionId)
                .executeUpdate();
        return added == 1;
    }

    Optional<String> sealedToken(long sessionId) {
        List<?> rows = database.createNativeQuery(
                        "select sealed_token from prosanteconnect_session where session_id = ?")
                .setParameter(1, sessionId)
                .getResultList();
        return rows.stream().map(String.class::cast).findFirst();
    }

    /** In the transaction that ends the session, and with nothing but the table at hand: a log-out must always work. */
    void ended(@Observes WorkSessionEnded event) {
        forget(event.sessionId());
    }

    private void forget(long sessionId) {
        database.createNativeQuery("delete from prosanteconnect_session where session_id = ?")
                .setParameter(1, sessionId)
                .executeUpdate();
    }

    /** The open sessions that hang on this session of the provider. */
    List<Long> bySid(String sidDigest) {
        return sessions("sid_digest", sidDigest);
    }

    /** The open sessions of whom the provider calls so. */
    List<Long> bySubject(String subjectDigest) {
        return sessions("subject_digest", subjectDigest);
    }

    private List<Long> sessions(String column, String digest) {
        List<?> rows = database.createNativeQuery(
                        "select session_id from prosanteconnect_session where " + column + " = ?")
                .setParameter(1, digest)
                .getResultList();
        return rows.stream().map(Number.class::cast).map(Number::longValue).toList();
    }

    /** Remembers a log-out token; false if it came before. */
    boolean firstSeen(String tokenDigest, Instant expires) {
        int added = database.createNativeQuery("insert into prosanteconnect_logout (token_digest, expires_at)"
                        + " values (?, ?) on conflict do nothing")
                .setParameter(1, tokenDigest)
                .setParameter(2, Timestamp.from(expires))
                .executeUpdate();
        return added == 1;
    }

    void forgetTokensBefore(Instant instant) {
        database.createNativeQuery("delete from prosanteconnect_logout where expires_at < ?")
                .setParameter(1, Timestamp.from(instant))
                .executeUpdate();
    }
}
