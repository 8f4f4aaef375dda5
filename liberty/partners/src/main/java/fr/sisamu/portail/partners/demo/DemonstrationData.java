package fr.sisamu.portail.partners.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** Fills an empty database with the demonstration's units, agents, profiles and phones, all in one transaction. */
final class DemonstrationData {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int IDLE_SECONDS = 3600;

    private final Connection database;
    private final Clock clock;
    private final Map<String, Long> units = new HashMap<>();
    private final Map<String, Long> accounts = new HashMap<>();

    DemonstrationData(Connection database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Writes the data set unless there are accounts already.
     *
     * @return whether it wrote
     * @throws SQLException if the schema is not there yet
     */
    boolean write() throws SQLException {
        if (!isEmpty()) {
            return false;
        }
        for (String[] row : Table.rows("units.tsv")) {
            units.put(row[0], next("unit_seq"));
            insert(
                    "insert into unit (id, code, name, idle_timeout_seconds, version) values (?, ?, ?, ?, 0)",
                    units.get(row[0]),
                    row[0],
                    row[1],
                    IDLE_SECONDS);
        }
        for (String[] row : Table.rows("phones.tsv")) {
            insert(
                    "insert into phone (id, unit_id, number, label, active) values (?, ?, ?, ?, true)",
                    next("phone_seq"),
                    units.get(row[0]),
                    row[1],
                    row[2]);
        }
        for (String[] row : Table.rows("accounts.tsv")) {
            account(row);
        }
        for (String[] row : Table.rows("profiles.tsv")) {
            profile(row);
        }
        for (String[] row : Table.rows("roles.tsv")) {
            role(row);
        }
        return true;
    }

    private void account(String[] row) throws SQLException {
        Timestamp now = Timestamp.from(clock.instant());
        accounts.put(row[0], next("account_seq"));
        insert(
                "insert into account (id, login_name, given_name, family_name, status, created_at, closed_at, version)"
                        + " values (?, ?, ?, ?, ?, ?, ?, 0)",
                accounts.get(row[0]),
                row[0],
                row[1],
                row[2],
                row[3],
                now,
                row[3].equals("CLOSED") ? now : null);
        insert(
                "insert into account_identifier (identifier, account_id, added_at) values (?, ?, ?)",
                row[4],
                accounts.get(row[0]),
                now);
    }

    private void profile(String[] row) throws SQLException {
        LocalDate today = LocalDate.now(clock.withZone(PARIS));
        insert(
                "insert into profile (id, account_id, unit_id, function_label, needs_phone, valid_from, valid_until,"
                        + " version) values (?, ?, ?, ?, ?, ?, ?, 0)",
                next("profile_seq"),
                accounts.get(row[0]),
                units.get(row[1]),
                row[2],
                Boolean.valueOf(row[3]),
                today.plusDays(Long.parseLong(row[4])),
                row[5].equals("-") ? null : today.plusDays(Long.parseLong(row[5])));
    }

    private void role(String[] row) throws SQLException {
        Long unit = row[2].equals("-") ? null : units.get(row[2]);
        insert(
                "insert into account_role (account_id, role, scope, unit_id, granted_at) values (?, ?, ?, ?, ?)",
                accounts.get(row[0]),
                row[1],
                unit == null ? 0L : unit,
                unit,
                Timestamp.from(clock.instant()));
    }

    private boolean isEmpty() throws SQLException {
        try (PreparedStatement count = database.prepareStatement("select count(*) from account");
                ResultSet rows = count.executeQuery()) {
            rows.next();
            return rows.getLong(1) == 0;
        }
    }

    private long next(String sequence) throws SQLException {
        try (PreparedStatement next = database.prepareStatement("select nextval('" + sequence + "')");
                ResultSet rows = next.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void insert(String sql, Object... values) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
        }
    }
}
