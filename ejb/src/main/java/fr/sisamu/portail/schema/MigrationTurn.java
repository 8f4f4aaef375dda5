package fr.sisamu.portail.schema;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * One node's turn to migrate on PostgreSQL; another that starts at the same time waits for the end of it.
 *
 * <p>Flyway's own lock comes too late for this: the table that it keeps its history in is made before it is taken, and
 * the second of two nodes fails on a table that is not there at one moment and full at the next.
 */
final class MigrationTurn {

    /** The name of the lock among those of this database: "portail" in ASCII. */
    private static final long LOCK = 0x706f727461696cL;

    private static final Logger LOG = System.getLogger(MigrationTurn.class.getName());

    private MigrationTurn() {}

    /**
     * Waits for the turn, as long as a statement of this connection may last, and keeps it during the work.
     *
     * <p>The server gives the lock of a node back when its connection ends. It is asked to notice within a minute that a
     * node is gone without a word (a power cut, a network that swallows packets) and not within the two hours of most
     * systems, or the node that is there would wait for the dead one.
     */
    static void take(Connection connection, Runnable work) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set tcp_keepalives_idle = 20");
            statement.execute("set tcp_keepalives_interval = 10");
            statement.execute("set tcp_keepalives_count = 3");
            statement.execute("select pg_advisory_lock(" + LOCK + ")");
        }
        try {
            work.run();
        } finally {
            giveBack(connection);
        }
    }

    /** A connection that is lost has lost the turn already. */
    private static void giveBack(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock(" + LOCK + ")");
            statement.execute("reset tcp_keepalives_idle");
            statement.execute("reset tcp_keepalives_interval");
            statement.execute("reset tcp_keepalives_count");
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "the turn to migrate ended with its connection", e);
        }
    }
}
