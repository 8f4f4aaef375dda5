package fr.sisamu.portail.schema;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Asks the database for a sign of life, by the same pool that logins use. */
@ApplicationScoped
public class DatabaseProbe {

    private static final int SECONDS = 2;

    @Resource(lookup = "jdbc/portail")
    DataSource database;

    /** Why the database cannot be used now; empty when it answers. */
    public Optional<String> problem() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(SECONDS) ? Optional.empty() : Optional.of("the connection does not answer");
        } catch (SQLException e) {
            return Optional.of(e.getClass().getSimpleName() + ", SQL state " + e.getSQLState());
        }
    }
}
