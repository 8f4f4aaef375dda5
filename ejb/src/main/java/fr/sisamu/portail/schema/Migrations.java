package fr.sisamu.portail.schema;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;

/**
 * The SQL files of {@code db/migration}, and on PostgreSQL those of {@code db/postgresql} for what H2 has no SQL for,
 * and {@link DigestedPosts}, applied in order; Flyway's own lock lets one node at a time do it.
 */
public final class Migrations {

    private Migrations() {}

    /**
     * Brings the schema to this version; does nothing if it is there already.
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
        boolean postgresql = product(database).equals("PostgreSQL");
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database)
                .locations(
                        postgresql
                                ? new String[] {"classpath:db/migration", "classpath:db/postgresql"}
                                : new String[] {"classpath:db/migration"})
                .javaMigrations(new DigestedPosts())
                .target(last)
                .failOnMissingLocations(true)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    private static String product(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductName();
        } catch (SQLException e) {
            throw new FlywayException("the database cannot be reached: " + e.getMessage(), e);
        }
    }
}
