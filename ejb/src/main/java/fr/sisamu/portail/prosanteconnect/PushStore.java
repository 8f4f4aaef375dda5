package fr.sisamu.portail.prosanteconnect;

import fr.sisamu.portail.audit.SupportCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** The table prosanteconnect_push. Each deed is one statement, so that tabs and nodes never ask or tell twice. */
@ApplicationScoped
@Transactional
class PushStore {

    @PersistenceContext(unitName = "portail")
    EntityManager database;

    /** A request under way. */
    record Push(
            String id,
            String sealedRequest,
            String digits,
            SupportCode supportCode,
            Instant expires,
            int pollSeconds) {}

    void add(Push push, String browserDigest, Instant firstPoll) {
        database.createNativeQuery("insert into prosanteconnect_push (id, browser_digest, sealed_request, digits,"
                        + " support_code, expires_at, poll_seconds, next_poll_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .setParameter(1, push.id())
                .setParameter(2, browserDigest)
                .setParameter(3, push.sealedRequest())
                .setParameter(4, push.digits())
                .setParameter(5, push.supportCode().value())
                .setParameter(6, Timestamp.from(push.expires()))
                .setParameter(7, push.pollSeconds())
                .setParameter(8, Timestamp.from(firstPoll))
                .executeUpdate();
    }

    /** The request that this browser waits for. */
    Optional<Push> awaited(String browserDigest) {
        List<?> rows = database.createNativeQuery("select id, sealed_request, digits, support_code, expires_at,"
                        + " poll_seconds from prosanteconnect_push where browser_digest = ? and over_at is null"
                        + " order by expires_at desc")
                .setParameter(1, browserDigest)
                .setMaxResults(1)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Push(
                        (String) row[0],
                        (String) row[1],
                        (String) row[2],
                        new SupportCode((String) row[3]),
                        instant(row[4]),
                        ((Number) row[5]).intValue()))
                .findFirst();
    }

    /** H2 and PostgreSQL hand the same column out as different types. */
    private static Instant instant(Object column) {
        return column instanceof OffsetDateTime time ? time.toInstant() : ((Timestamp) column).toInstant();
    }

    /** Whether it is the caller's turn to ask the provider; if so, nobody else's before {@code next}. */
    boolean turn(String id, Instant now, Instant next) {
        int taken = database.createNativeQuery("update prosanteconnect_push set next_poll_at = ?"
                        + " where id = ? and over_at is null and next_poll_at <= ?")
                .setParameter(1, Timestamp.from(next))
                .setParameter(2, id)
                .setParameter(3, Timestamp.from(now))
                .executeUpdate();
        return taken == 1;
    }

    /** The provider wants to be asked less often. */
    void slower(String id, int seconds) {
        database.createNativeQuery("update prosanteconnect_push set poll_seconds = poll_seconds + ? where id = ?")
                .setParameter(1, seconds)
                .setParameter(2, id)
                .executeUpdate();
    }

    /** Ends the request; true for the first caller, who may tell what came of it. */
    boolean end(String id, Instant now) {
        int ended = database.createNativeQuery(
                        "update prosanteconnect_push set over_at = ? where id = ? and over_at is null")
                .setParameter(1, Timestamp.from(now))
                .setParameter(2, id)
                .executeUpdate();
        return ended == 1;
    }

    /** Ends whatever this browser still waits for. */
    void endAll(String browserDigest, Instant now) {
        database.createNativeQuery(
                        "update prosanteconnect_push set over_at = ? where browser_digest = ? and over_at is null")
                .setParameter(1, Timestamp.from(now))
                .setParameter(2, browserDigest)
                .executeUpdate();
    }

    void forgetExpiredBefore(Instant instant) {
        database.createNativeQuery("delete from prosanteconnect_push where expires_at < ?")
                .setParameter(1, Timestamp.from(instant))
                .executeUpdate();
    }
}
