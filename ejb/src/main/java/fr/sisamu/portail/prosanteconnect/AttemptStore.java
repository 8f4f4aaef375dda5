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

/** The table prosanteconnect_attempt. Each deed is one statement, so that the database decides every race. */
@ApplicationScoped
@Transactional
class AttemptStore {

    @PersistenceContext(unitName = "portail")
    EntityManager database;

    /** A row as it stands. */
    record Kept(String browserDigest, SupportCode supportCode, boolean used, Optional<Instant> freshSince) {}

    void add(String stateDigest, Kept attempt, Instant now, Instant expires) {
        database.createNativeQuery("insert into prosanteconnect_attempt"
                        + " (state_digest, browser_digest, support_code, created_at, expires_at, fresh_since)"
                        + " values (?, ?, ?, ?, ?, cast(? as timestamp with time zone))")
                .setParameter(1, stateDigest)
                .setParameter(2, attempt.browserDigest())
                .setParameter(3, attempt.supportCode().value())
                .setParameter(4, Timestamp.from(now))
                .setParameter(5, Timestamp.from(expires))
                .setParameter(6, attempt.freshSince().map(Timestamp::from).orElse(null))
                .executeUpdate();
    }

    /** Spends the attempt; true for the first caller with the right browser in time, and for no one else. */
    boolean use(String stateDigest, String browserDigest, Instant now) {
        int used = database.createNativeQuery("update prosanteconnect_attempt set used_at = ?"
                        + " where state_digest = ? and browser_digest = ? and used_at is null and expires_at > ?")
                .setParameter(1, Timestamp.from(now))
                .setParameter(2, stateDigest)
                .setParameter(3, browserDigest)
                .setParameter(4, Timestamp.from(now))
                .executeUpdate();
        return used == 1;
    }

    Optional<Kept> find(String stateDigest) {
        List<?> rows = database.createNativeQuery("select browser_digest, support_code, used_at, fresh_since"
                        + " from prosanteconnect_attempt where state_digest = ?")
                .setParameter(1, stateDigest)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Kept(
                        (String) row[0],
                        new SupportCode((String) row[1]),
                        row[2] != null,
                        Optional.ofNullable(row[3]).map(AttemptStore::instant)))
                .findFirst();
    }

    /** What the two drivers make of a timestamp with time zone. */
    private static Instant instant(Object column) {
        return column instanceof OffsetDateTime time ? time.toInstant() : ((Timestamp) column).toInstant();
    }

    void forgetExpiredBefore(Instant instant) {
        database.createNativeQuery("delete from prosanteconnect_attempt where expires_at < ?")
                .setParameter(1, Timestamp.from(instant))
                .executeUpdate();
    }
}
