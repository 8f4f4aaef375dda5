package fr.sisamu.portail.schema;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The SQL files of {@code db/migration}, applied in order; Flyway's own lock lets one node at a time do it. */
public final class Migrations {

    private Migrations() {}

    /**
     * Brings the schema to this version; does nothing if it is there already.
     *
     * <p>A missing location is an error, or an empty schema would pass for a migrated one. The baseline lets the
     * server's own tables (HTTP sessions) stand in the same schema before ours.
     *
     * @throws org.flywaydb.core.api.FlywayException if the database is absent, or a released file was changed
     */
    public static void apply(DataSource database) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration")
                .failOnMissingLocations(true)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
