package fr.sisamu.portail.schema;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;

/**
 * Migrates the schema when the portal starts.
 *
 * <p>If the database is absent the portal starts all the same, says so, and tries again until it is done: a power cut
 * that brings both back in the wrong order must not need anybody's hand. Transactions are Flyway's own.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigration {

    static final Duration PAUSE = Duration.ofSeconds(5);

    private static final Logger LOG = System.getLogger(SchemaMigration.class.getName());

    @Resource(lookup = "jdbc/portail")
    DataSource database;

    @Resource
    TimerService timers;

    @Inject
    SchemaState state;

    @Inject
    HiddenRetries retries;

    @PostConstruct
    void start() {
        attempt();
    }

    @Timeout
    void attempt() {
        try {
            Migrations.apply(database);
            retries.switchOff();
            state.migrated();
            LOG.log(Level.INFO, "the schema is up to date");
        } catch (FlywayException e) {
            String error = String.valueOf(e.getMessage()).strip();
            // The same words every five seconds would bury the rest of the log.
            if (!state.lastError().equals(Optional.of(error))) {
                LOG.log(Level.ERROR, "the schema cannot be migrated, next try in " + PAUSE, e);
            }
            state.failed(error);
            timers.createSingleActionTimer(PAUSE.toMillis(), new TimerConfig(null, false));
        }
    }
}
