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
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Migrates the schema when the portal starts, beside everything else that starts.
 *
 * <p>If the database is absent or goes away, at whatever step, the portal starts all the same, says so, and tries again
 * until it is done: a power cut that brings both back in the wrong order must not need anybody's hand. Each try runs on a
 * thread without a transaction of the container, with connections of its own that it gives back one by one: a broken one
 * must spoil neither the bean nor the next try.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SchemaMigration {

    static final Duration PAUSE = Duration.ofSeconds(5);

    /** A database lost for so long will not answer what it was asked before. */
    private static final Duration GIVEN_UP = Duration.ofSeconds(10);

    private static final int MOST_REFUSED = 6;

    private static final Logger LOG = System.getLogger(SchemaMigration.class.getName());

    @Resource(lookup = "jdbc/portail", shareable = false)
    DataSource database;

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    DatabaseProbe probe;

    @Inject
    SchemaState state;

    @Inject
    HiddenRetries retries;

    private volatile MigrationConnections connections;
    private int refused;
    private ScheduledFuture<?> tries;
    private ScheduledFuture<?> watch;

    @PostConstruct
    void start() {
        tries = executor.scheduleWithFixedDelay(this::attempt, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        watch = executor.scheduleWithFixedDelay(this::giveUpWhatIsLost, 1, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        tries.cancel(false);
        watch.cancel(false);
    }

    /** Nothing may escape, or there would be no next try. */
    void attempt() {
        if (state.ready()) {
            return;
        }
        state.trying();
        MigrationConnections own = new MigrationConnections(database);
        connections = own;
        try {
            Migrations.apply(own.source());
            usable();
            state.migrated();
            LOG.log(Level.INFO, "the schema is up to date");
        } catch (RuntimeException | Error e) {
            failed(e);
        } finally {
            connections = null;
        }
    }

    /** A cut in just this moment may have spoilt EclipseLink for good; then the tables answer at each try, and it does not. */
    private void usable() {
        try {
            retries.switchOff();
        } catch (RuntimeException e) {
            refused++;
            if (refused >= MOST_REFUSED) {
                state.spoil();
            }
            throw e;
        }
    }

    private void failed(Throwable cause) {
        String error = String.valueOf(cause.getMessage()).strip();
        // The same words every five seconds would bury the rest of the log.
        if (!state.lastError().equals(Optional.of(error))) {
            LOG.log(Level.ERROR, "the schema cannot be migrated, next try in " + PAUSE, cause);
        }
        state.failed(error);
    }

    private void giveUpWhatIsLost() {
        MigrationConnections running = connections;
        if (running != null && probe.lostFor().compareTo(GIVEN_UP) >= 0) {
            running.abort();
        }
    }
}
