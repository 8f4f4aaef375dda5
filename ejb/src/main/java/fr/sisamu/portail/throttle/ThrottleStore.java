package fr.sisamu.portail.throttle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** The table login_throttle. The row's lock makes tries that come at once pass one after the other. */
@ApplicationScoped
@Transactional
class ThrottleStore {

    @PersistenceContext(unitName = "portail")
    EntityManager database;

    /** Counts a try, or says until when none is let through; a refused try is not counted. */
    Optional<Instant> count(Counter counter, Instant now, Instant forgotten) {
        Optional<Object[]> row = Optional.empty();
        boolean counted = false;
        while (row.isEmpty()) { // another try's success may take the row away in between
            begin(counter, now);
            counted = increment(counter, now, forgotten);
            row = row(counter.scope());
        }
        if (!counted) {
            return Optional.of(instant(row.get()[1]));
        }
        Instant until = now.plus(counter.delayAfter().apply(((Number) row.get()[0]).intValue()));
        database.createNativeQuery("update login_throttle set blocked_until = ? where scope = ?")
                .setParameter(1, Timestamp.from(until))
                .setParameter(2, counter.scope())
                .executeUpdate();
        return Optional.empty();
    }

    private void begin(Counter counter, Instant now) {
        database.createNativeQuery("insert into login_throttle (scope, failures, last_failure_at, blocked_until, owner)"
                        + " values (?, 0, ?, ?, cast(? as varchar(43))) on conflict do nothing")
                .setParameter(1, counter.scope())
                .setParameter(2, Timestamp.from(now))
                .setParameter(3, Timestamp.from(now))
                .setParameter(4, counter.owner())
                .executeUpdate();
    }

    private boolean increment(Counter counter, Instant now, Instant forgotten) {
        return database.createNativeQuery("update login_throttle set"
                                + " failures = case when last_failure_at < ? then 1 else failures + 1 end,"
                                + " last_failure_at = ? where scope = ? and blocked_until <= ?")
                        .setParameter(1, Timestamp.from(forgotten))
                        .setParameter(2, Timestamp.from(now))
                        .setParameter(3, counter.scope())
                        .setParameter(4, Timestamp.from(now))
                        .executeUpdate()
                == 1;
    }

    void forgive(String scope) {
        database.createNativeQuery("delete from login_throttle where scope = ?")
                .setParameter(1, scope)
                .executeUpdate();
    }

    /** Forgets what was counted of an account, wherever; the number of counters forgotten. */
    int forgiveOwner(String owner) {
        return database.createNativeQuery("delete from login_throttle where owner = ?")
                .setParameter(1, owner)
                .executeUpdate();
    }

    void uncount(String scope) {
        database.createNativeQuery("update login_throttle set failures = failures - 1 where scope = ? and failures > 0")
                .setParameter(1, scope)
                .executeUpdate();
    }

    int forgetBefore(Instant instant) {
        return database.createNativeQuery("delete from login_throttle where last_failure_at < ?")
                .setParameter(1, Timestamp.from(instant))
                .executeUpdate();
    }

    private Optional<Object[]> row(String scope) {
        List<?> rows = database.createNativeQuery("select failures, blocked_until from login_throttle where scope = ?")
                .setParameter(1, scope)
                .getResultList();
        return rows.stream().findFirst().map(Object[].class::cast);
    }

    /** What the two drivers make of a timestamp with time zone. */
    private static Instant instant(Object column) {
        return column instanceof OffsetDateTime time ? time.toInstant() : ((Timestamp) column).toInstant();
    }
}
