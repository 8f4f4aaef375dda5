package fr.sisamu.portail.directory;

import fr.sisamu.portail.schema.DatabasePatience;
import jakarta.ejb.EJBException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * One connection in a transaction of its own, rolled back unless committed. An import speaks SQL because sets of a hundred
 * thousand lines are compared where they lie; and JDBC, because its transaction outlives what the container gives a
 * request. A lost database is an {@link EJBException} with its cause.
 */
final class Sql implements AutoCloseable {

    /** For a statement of an import: longer than the data source allows a request, for nobody waits for it at a desk. */
    private static final Duration LONG = Duration.ofMinutes(5);

    private static final int FETCHED = 500;

    /** Reads one row of a result. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Is handed each row of a result in turn. */
    interface RowTaker {
        void take(ResultSet row) throws SQLException;
    }

    private final Connection connection;
    private final boolean patient;

    private Sql(Connection connection, boolean patient) {
        this.connection = connection;
        this.patient = patient;
    }

    /** For a request: statements have the time that the data source gives them. */
    static Sql open(DataSource database) {
        return open(database, false);
    }

    /** For an import on a thread of its own. */
    static Sql patient(DataSource database) {
        return open(database, true);
    }

    private static Sql open(DataSource database, boolean patient) {
        try {
            Connection connection = database.getConnection();
            if (patient) {
                DatabasePatience.grant(connection, LONG);
            }
            connection.setAutoCommit(false);
            return new Sql(connection, patient);
        } catch (SQLException e) {
            throw new EJBException("no connection for the import", e);
        }
    }

    int run(String sql, Object... values) {
        try (PreparedStatement statement = prepared(sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    void each(String sql, RowTaker taker, Object... values) {
        try (PreparedStatement statement = prepared(sql, values);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                taker.take(rows);
            }
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    <T> List<T> list(String sql, RowReader<T> reader, Object... values) {
        List<T> found = new ArrayList<>();
        each(sql, row -> found.add(reader.read(row)), values);
        return found;
    }

    <T> Optional<T> one(String sql, RowReader<T> reader, Object... values) {
        return list(sql, reader, values).stream().findFirst();
    }

    long number(String sql, Object... values) {
        return one(sql, row -> row.getLong(1), values).orElseThrow();
    }

    static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** Rows that go to the database some hundred at a time. */
    Batch batch(String sql) {
        try {
            return new Batch(unhurried(connection.prepareStatement(sql)));
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    /** Lets the database count what was just poured into a table, or it would plan as if it were empty. */
    void count(String table) {
        try {
            boolean postgres = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
            run((postgres ? "analyze " : "analyze table ") + table);
        } catch (SQLException e) {
            throw failed("analyze " + table, e);
        }
    }

    void commit() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw failed("commit", e);
        }
    }

    @Override
    public void close() {
        try (Connection closed = connection) {
            closed.rollback();
            closed.setAutoCommit(true);
        } catch (SQLException e) {
            throw failed("rollback", e);
        }
    }

    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
        PreparedStatement statement = unhurried(connection.prepareStatement(sql));
        try {
            statement.setFetchSize(FETCHED);
            set(statement, values);
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private PreparedStatement unhurried(PreparedStatement statement) throws SQLException {
        if (patient) {
            statement.setQueryTimeout(Math.toIntExact(LONG.toSeconds()));
        }
        return statement;
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i] instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : values[i];
            statement.setObject(i + 1, value);
        }
    }

    private static EJBException failed(String sql, SQLException e) {
        return new EJBException("the import cannot go on: " + sql, e);
    }

    /** Collects rows for one statement. */
    static final class Batch implements AutoCloseable {

        private final PreparedStatement statement;
        private int waiting;

        private Batch(PreparedStatement statement) {
            this.statement = statement;
        }

        void add(Object... values) {
            try {
                set(statement, values);
                statement.addBatch();
                waiting++;
                if (waiting == FETCHED) {
                    flush();
                }
            } catch (SQLException e) {
                throw failed("batch", e);
            }
        }

        void flush() {
            try {
                statement.executeBatch();
                waiting = 0;
            } catch (SQLException e) {
                throw failed("batch", e);
            }
        }

        @Override
        public void close() {
            try {
                statement.close();
            } catch (SQLException e) {
                throw failed("batch", e);
            }
        }
    }
}
