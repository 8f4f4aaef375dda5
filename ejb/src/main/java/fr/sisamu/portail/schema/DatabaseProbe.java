package fr.sisamu.portail.schema;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Asks the database for a sign of life every second, in the background, and remembers what came of it: no check and no page
 * ever waits to find out. It has a connection of its own ({@code jdbc/portail-probe} of common.xml, given up after three
 * seconds), so that a crowd before the pool is not mistaken for a lost database.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DatabaseProbe {

    /** What is known for longer than this is known no more. */
    static final Duration STALE = Duration.ofSeconds(15);

    private static final Duration PERIOD = Duration.ofSeconds(1);

    private static final Logger LOG = System.getLogger(DatabaseProbe.class.getName());

    @Resource(lookup = "jdbc/portail-probe", shareable = false)
    DataSource database;

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    Clock clock;

    private record Known(Optional<String> problem, Instant since, Instant at) {}

    private volatile Known known;
    private ScheduledFuture<?> looks;

    @PostConstruct
    void start() {
        Instant now = clock.instant();
        known = new Known(Optional.of("not asked yet"), now, now);
        looks = executor.scheduleWithFixedDelay(this::look, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        looks.cancel(false);
    }

    /** Why the database cannot be used now; empty when it answers. */
    public Optional<String> problem() {
        Duration age = age();
        return age.compareTo(STALE) > 0
                ? Optional.of("no look at it has ended for " + age.toSeconds() + " seconds")
                : known.problem();
    }

    /** How old this knowledge is. */
    public Duration age() {
        return Duration.between(known.at(), clock.instant());
    }

    /**
     * Whether the database was asked and did not answer: who needs it is better told at once than kept waiting. Not to
     * know ({@link #problem} alone) keeps nobody out.
     */
    public boolean lost() {
        return known.problem().isPresent();
    }

    /** For how long it has been lost; zero when it is not. */
    public Duration lostFor() {
        Known now = known;
        return now.problem().isPresent() ? Duration.between(now.since(), clock.instant()) : Duration.ZERO;
    }

    /** Asks; nothing may escape, or nobody would ask again. */
    void look() {
        Instant begun = clock.instant();
        Optional<String> problem = ask();
        // A connection kept from before the database's restart fails at once; a fresh one tells the truth.
        if (problem.isPresent() && Duration.between(begun, clock.instant()).compareTo(PERIOD) < 0) {
            problem = ask();
        }
        Known before = known;
        Instant now = clock.instant();
        boolean changed = problem.isPresent() != before.problem().isPresent();
        known = new Known(problem, changed ? now : before.since(), now);
        if (changed) {
            tell(problem);
        }
    }

    private static void tell(Optional<String> problem) {
        problem.ifPresentOrElse(
                cause -> LOG.log(Level.ERROR, "the database is lost: {0}", cause),
                () -> LOG.log(Level.INFO, "the database answers"));
    }

    private Optional<String> ask() {
        try (Connection connection = database.getConnection();
                Statement question = connection.createStatement()) {
            question.execute("select 1");
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(e.getClass().getSimpleName() + ", SQL state " + e.getSQLState());
        } catch (RuntimeException | Error e) {
            LOG.log(Level.DEBUG, "the database cannot be asked", e);
            return Optional.of(e.getClass().getSimpleName());
        }
    }
}
