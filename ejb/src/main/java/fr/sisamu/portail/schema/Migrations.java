package fr.sisamu.portail.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/**
 * The SQL files of {@code db/migration}, and on PostgreSQL those of {@code db/postgresql} for what H2 has no SQL for,
 * and {@link DigestedPosts}, applied in order; Flyway's own lock lets one node at a time do it.
 */
public final class Migrations {

    private Migrations() {}

    /**
     * Brings the schema to this version; does nothing if it is there already. Wherever it is cut, the next call goes on:
     * PostgreSQL undoes the unfinished file, and on H2 {@link CopyBeforeMigration} does.
     *
     * <p>A missing location is an error, or an empty schema would pass for a migrated one. The baseline lets the
     * server's own tables (HTTP sessions) stand in the same schema before ours.
     *
     * @throws FlywayException if the database is absent, or a released file was changed
     */
    public static void apply(DataSource database) {
        apply(database, MigrationVersion.LATEST);
    }

    /** The same up to a version, for tests that come from an older one. */
    static void apply(DataSource database, MigrationVersion last) {
        Flyway flyway;
        Optional<CopyBeforeMigration> copy;
        try (Connection connection = database.getConnection()) {
            boolean postgresql =
                    connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
            flyway = flyway(database, postgresql, last);
            copy = CopyBeforeMigration.of(connection);
            if (copy.isPresent()) {
                copy.get().restore(connection);
                if (flyway.info().pending().length > 0) {
                    copy.get().make(connection);
                }
            }
        } catch (SQLException e) {
            throw new FlywayException("the database cannot be reached: " + e.getMessage(), e);
        }
        flyway.migrate();
        copy.ifPresent(CopyBeforeMigration::forget);
    }

    private static Flyway flyway(DataSource database, boolean postgresql, MigrationVersion last) {
        FluentConfiguration settings = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database)
                .locations(
                        postgresql
                                ? new String[] {"classpath:db/migration", "classpath:db/postgresql"}
                                : new String[] {"classpath:db/migration"})
                .javaMigrations(new DigestedPosts())
                .target(last)
                .failOnMissingLocations(true)
                .baselineOnMigrate(true)
                .baselineVersion("0");
        // Else a second connection keeps the lock, and the history in its own transaction: cut between the two commits,
        // a
        // file would be applied and not written down, and every later try would fail on it.
        settings.getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
        return settings.load();
    }
}
