package fr.sisamu.portail.audit;

import fr.sisamu.portail.schema.DatabasePatience;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * One database transaction of the trace's own, by plain JDBC and beside whatever the caller has open: rows are written
 * in batches, and read by the million, for which entities are no help. Callers stand outside of a container transaction.
 */
final class Transaction {

    private static final Duration LONG = Duration.ofSeconds(TraceColumns.PATIENCE);

    private Transaction() {}

    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** Commits what the work did, or nothing of it. */
    static <T> T write(DataSource database, Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return committed(connection, work);
        }
    }

    /** The same for work that may take long, and for which nobody waits. */
    static <T> T writeLong(DataSource database, Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            DatabasePatience.grant(connection, LONG);
            return committed(connection, work);
        }
    }

    /** Shows the work one state of the database from its beginning to its end, while others go on writing. It may take long. */
    static <T> T read(DataSource database, Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            DatabasePatience.grant(connection, LONG);
            return read(connection, work);
        }
    }

    static <T> T read(Connection connection, Work<T> work) throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try {
            return committed(connection, work);
        } finally {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }
    }

    private static <T> T committed(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        boolean committed = false;
        try {
            T result = work.with(connection);
            connection.commit();
            committed = true;
            return result;
        } finally {
            release(connection, committed);
        }
    }

    private static void release(Connection connection, boolean committed) {
        try {
            if (!committed) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        } catch (SQLException lost) {
            // The pool finds out for itself; the first error is the one worth telling.
        }
    }
}
