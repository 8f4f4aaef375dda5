package fr.sisamu.portail.prosanteconnect;

import fr.sisamu.portail.audit.SupportCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table prosanteconnect_attempt. Each deed is one statement, so that the database decides every race. */
@ApplicationScoped
@Transactional
class AttemptStore {

    @PersistenceContext(unitName = "portail")
    EntityManager database;

    /** A row as it stands. */
    record Kept(String browserDigest, SupportCode supportCode, boolean used) {}

    void add(String stateDigest, String browserDigest, SupportCode code, Instant now, Instant expires) {
        database.createNativeQuery(
                        "insert into prosanteconnect_attempt"
                                + " (state_digest, browser_digest, support_code, created_at, expires_at) values (?, ?, ?, ?, ?)")
                .setParameter(1, stateDigest)
                .setParameter(2, browserDigest)
                .setParameter(3, code.value())
                .setParameter(4, Timestamp.from(now))
                .setParameter(5, Timestamp.from(expires))
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
        List<?> rows = database.createNativeQuery("select browser_digest, support_code, used_at"
                        + " from prosanteconnect_attempt where state_digest = ?")
                .setParameter(1, stateDigest)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Kept((String) row[0], new SupportCode((String) row[1]), row[2] != null))
                .findFirst();
    }

    void forgetExpiredBefore(Instant instant) {
        database.createNativeQuery("delete from prosanteconnect_attempt where expires_at < ?")
                .setParameter(1, Timestamp.from(instant))
                .executeUpdate();
    }
}
