package fr.sisamu.portail.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/**
 * Deletes rows after their time: whole sealed segments, which are verified once more and replaced by one seal that says
 * where the chain now begins. Rows of a segment that somebody has touched stay, for they are evidence.
 */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class AuditPurge {

    /** CNIL, deliberation 2021-122: logs are kept for six months at the least. PostgreSQL refuses less. */
    static final Duration SHORTEST = Duration.ofDays(180);

    @Resource(lookup = "jdbc/portail")
    DataSource database;

    @Inject
    SealKeys keys;

    @Inject
    AuditTrail trail;

    @Inject
    @ConfigProperties
    TraceSettings settings;

    @Inject
    Clock clock;

    /**
     * Deletes what is older than {@code portail.audit.retention}, on every node's chain, for a node that is no more
     * purges nothing itself; several nodes may do so at once. What was deleted is traced.
     *
     * @throws IllegalStateException if the retention is shorter than 180 days
     * @throws SQLException if the database does not answer
     */
    public void purge() throws SQLException {
        if (settings.retention.compareTo(SHORTEST) < 0) {
            throw new IllegalStateException("portail.audit.retention is shorter than " + SHORTEST.toDays() + " days");
        }
        Instant now = clock.instant();
        PurgeStep step = new PurgeStep(keys, now.minus(settings.retention), now);
        Set<String> nodes = Transaction.write(
                database, connection -> new Seals(keys).all(connection).keySet());
        for (String node : nodes) {
            purge(step, node);
        }
    }

    private void purge(PurgeStep step, String node) throws SQLException {
        while (true) {
            Optional<PurgeStep.Done> done = Transaction.writeLong(database, connection -> step.run(connection, node));
            if (done.isEmpty()) {
                return;
            }
            trail.record(Trace.of(TraceKind.TRACE_PURGED, done.get().outcome())
                    .detail(done.get().detail()));
            if (done.get().fault().isPresent()) {
                return;
            }
        }
    }
}
