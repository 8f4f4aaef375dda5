package fr.sisamu.portail.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** The table trace_check. Its one key decides which of many who begin at once does. */
@ApplicationScoped
@Transactional
class TraceCheckStore {

    @PersistenceContext(unitName = "portail")
    EntityManager database;

    /**
     * Takes the place; false if another verification has it.
     *
     * @param deadBefore whatever has given no sign of life since then has died with its node
     */
    boolean begin(RunningCheck check, Instant deadBefore) {
        database.createNativeQuery("delete from trace_check where touched_at < ?")
                .setParameter(1, Timestamp.from(deadBefore))
                .executeUpdate();
        int begun = database.createNativeQuery(
                        "insert into trace_check (running, node, support_code, since, touched_at, rows_read, percent)"
                                + " values (1, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                .setParameter(1, check.node())
                .setParameter(2, check.supportCode())
                .setParameter(3, Timestamp.from(check.since()))
                .setParameter(4, Timestamp.from(check.since()))
                .setParameter(5, check.rows())
                .setParameter(6, check.percent())
                .executeUpdate();
        return begun == 1;
    }

    /** A sign of life, unless the place was taken meanwhile. */
    void touch(String supportCode, long rows, int percent, Instant now) {
        database.createNativeQuery(
                        "update trace_check set touched_at = ?, rows_read = ?, percent = ? where support_code = ?")
                .setParameter(1, Timestamp.from(now))
                .setParameter(2, rows)
                .setParameter(3, percent)
                .setParameter(4, supportCode)
                .executeUpdate();
    }

    void end(String supportCode) {
        database.createNativeQuery("delete from trace_check where support_code = ?")
                .setParameter(1, supportCode)
                .executeUpdate();
    }

    Optional<RunningCheck> running(Instant deadBefore) {
        List<?> rows = database.createNativeQuery(
                        "select node, support_code, since, rows_read, percent from trace_check where touched_at >= ?")
                .setParameter(1, Timestamp.from(deadBefore))
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new RunningCheck(
                        (String) row[0],
                        (String) row[1],
                        instant(row[2]),
                        ((Number) row[3]).longValue(),
                        ((Number) row[4]).intValue()))
                .findFirst();
    }

    /** What the two drivers make of a timestamp with time zone. */
    private static Instant instant(Object column) {
        return column instanceof OffsetDateTime time ? time.toInstant() : ((Timestamp) column).toInstant();
    }
}
