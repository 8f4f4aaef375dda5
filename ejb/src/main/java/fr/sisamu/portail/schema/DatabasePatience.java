package fr.sisamu.portail.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * More patience for work that is long by nature. A connection gives up after the {@code socketTimeout} of the data source
 * (common.xml) if the database says nothing: right for a page, too short for an import, a verification or a migration.
 */
public final class DatabasePatience {

    /** What the driver and the network may need beyond the time that a statement has. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private DatabasePatience() {}

    /**
     * Lets the connection wait for statements of this length; the pool takes it back as it was. H2 in the same process has
     * no network to wait for and ignores it.
     */
    public static void grant(Connection connection, Duration longestStatement) throws SQLException {
        connection.setNetworkTimeout(
                Runnable::run, Math.toIntExact(longestStatement.plus(MARGIN).toMillis()));
    }
}
