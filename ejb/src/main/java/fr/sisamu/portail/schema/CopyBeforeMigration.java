package fr.sisamu.portail.schema;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;

/**
 * What makes a migration of an H2 file whole or undone, for H2 commits each change of a table by itself: before the first
 * change the database is written to a script beside its file, and a script that is found at the next try means that a
 * migration was cut in its middle. Then the database becomes again what the script says.
 *
 * <p>PostgreSQL undoes by itself what was cut, and a database in memory dies with its portal: neither needs this.
 */
final class CopyBeforeMigration {

    private static final Logger LOG = System.getLogger(CopyBeforeMigration.class.getName());

    private final Path script;

    private CopyBeforeMigration(Path script) {
        this.script = script;
    }

    /** The copy of this database, made or not; empty for one that needs none. */
    static Optional<CopyBeforeMigration> of(Connection connection) throws SQLException {
        DatabaseMetaData about = connection.getMetaData();
        if (!about.getDatabaseProductName().equals("H2") || about.getURL().matches("jdbc:h2:(tcp|ssl|mem):.*")) {
            return Optional.empty();
        }
        try (Statement ask = connection.createStatement();
                ResultSet answer = ask.executeQuery("select database_path()")) {
            answer.next();
            return Optional.of(new CopyBeforeMigration(Path.of(answer.getString(1) + ".before-migration.sql")));
        }
    }

    /** Puts back what was there before a migration that was cut; does nothing if none was. */
    void restore(Connection connection) throws SQLException {
        if (!Files.exists(script)) {
            return;
        }
        LOG.log(Level.WARNING, "a migration was cut: the database becomes again what {0} says", script);
        try (Statement drop = connection.createStatement()) {
            drop.execute("drop all objects");
        }
        runScript(connection, "runscript from ?", script);
    }

    /** To be called when there is something to migrate; what was restored a moment ago is there still. */
    void make(Connection connection) throws SQLException {
        if (Files.exists(script)) {
            return;
        }
        Path unfinished = script.resolveSibling(script.getFileName() + ".unfinished");
        runScript(connection, "script to ?", unfinished);
        try {
            Files.move(unfinished, script, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new FlywayException("no copy of the database can be kept: " + script, e);
        }
    }

    /** The database is whole: nothing is ever to be put back. */
    void forget() {
        try {
            Files.deleteIfExists(script);
        } catch (IOException e) {
            throw new FlywayException("the copy of the database before its migration cannot be deleted: " + script, e);
        }
    }

    private static void runScript(Connection connection, String sql, Path file) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, file.toString());
            statement.execute();
        }
    }
}
