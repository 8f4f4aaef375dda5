package fr.sisamu.portail.testdb;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** Puts rows in place as an import would, and looks at what became of them. */
public final class Rows {

    private static final OffsetDateTime LONG_AGO = OffsetDateTime.parse("2026-01-01T00:00:00Z");

    /** Far from what the product's sequences give. */
    private static final AtomicLong NEXT = new AtomicLong(1_000_000);

    private final DataSource dataSource;

    Rows(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public long account(String givenName, String familyName) {
        long id = NEXT.getAndIncrement();
        run(
                "insert into account (id, login_name, given_name, family_name, status, created_at, version)"
                        + " values (?, ?, ?, ?, 'ACTIVE', ?, 1)",
                id,
                "agent." + id,
                givenName,
                familyName,
                LONG_AGO);
        return id;
    }

    /** An identifier of this account that no other test uses. */
    public String identifier(long account) {
        String identifier = "8" + NEXT.getAndIncrement();
        run("insert into account_identifier values (?, ?, ?)", identifier, account, LONG_AGO);
        return identifier;
    }

    /** A unit whose sessions may be idle for so many seconds. */
    public long unit(String name, int idleSeconds) {
        long id = NEXT.getAndIncrement();
        String code = "F" + Long.toString(id, 36).toUpperCase(Locale.ROOT);
        run(
                "insert into unit (id, code, name, idle_timeout_seconds, version) values (?, ?, ?, ?, 1)",
                id,
                code,
                name,
                idleSeconds);
        return id;
    }

    public long profile(long account, long unit, String function, LocalDate from, LocalDate until) {
        long id = NEXT.getAndIncrement();
        run("insert into profile values (?, ?, ?, ?, true, ?, ?, null, 1)", id, account, unit, function, from, until);
        return id;
    }

    public long phone(long unit, String number) {
        long id = NEXT.getAndIncrement();
        run("insert into phone values (?, ?, ?, ?, true)", id, unit, number, "Poste " + number);
        return id;
    }

    /** Runs one statement; instants become what the databases understand. */
    public int run(String sql, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first column of the first row as text; null when there is none. */
    public String one(String sql, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepared(connection, sql, values);
                ResultSet result = statement.executeQuery()) {
            return result.next() ? result.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public long count(String table, String where, Object... values) {
        return Long.parseLong(one("select count(*) from " + table + " where " + where, values));
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            Object value = values[i] instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : values[i];
            statement.setObject(i + 1, value);
        }
        return statement;
    }
}
