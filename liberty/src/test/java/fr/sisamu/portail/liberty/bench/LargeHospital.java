package fr.sisamu.portail.liberty.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Fills a PostgreSQL with what years bring: accounts found by name and identifier, their sessions, and the trace of them. */
final class LargeHospital {

    /** Far from what the portal's sequences give. */
    private static final long FIRST = 1_000_000_000L;

    private static final List<String> ACCOUNTS = List.of("""
            insert into account (id, login_name, given_name, family_name, status, created_at, card_seen_at, version, index_version)
            select %1$d + g, 'agent.' || g, 'Camille' || g %% 5000, 'Factice' || g %% 50000, 'ACTIVE', now(), now(), 1, 1
            from generate_series(%2$d, %3$d) g""", """
            insert into account_identifier (identifier, account_id, added_at)
            select '7' || lpad(g::text, 11, '0'), %1$d + g, now() from generate_series(%2$d, %3$d) g""", """
            insert into account_entry (entry, account_id)
            select convert_to(text, 'UTF8'), %1$d + g from generate_series(%2$d, %3$d) g,
            lateral (values ('factice' || g %% 50000 || ' camille' || g %% 5000), ('camille' || g %% 5000 || ' factice' || g %% 50000),
              ('agent.' || g), ('7' || lpad(g::text, 11, '0'))) as entries (text)""", """
            insert into profile (id, account_id, unit_id, function_label, needs_phone, valid_from, version)
            select %1$d + g, %1$d + g, (select min(id) from unit), 'ARM', true, date '2026-01-01', 1
            from generate_series(%2$d, %3$d) g""", """
            insert into work_session (id, token_digest, account_id, method, level, origin, opened_at, last_seen_at, expires_at, ended_at, end_reason, version)
            select %1$d + g, substr(md5(g::text) || md5('x' || g), 1, 43), %1$d + g, 'CARD', 'STRONG', '192.0.2.1',
              now() - g * interval '30 seconds', now() - g * interval '30 seconds', now(), now() - g * interval '29 seconds', 'LOGOUT', 1
            from generate_series(%2$d, %3$d) g""");

    private final Connection database;

    LargeHospital(Connection database) {
        this.database = database;
    }

    /** Brings the number of accounts from one thousand's multiple to another. */
    void accounts(long from, long to) throws SQLException {
        for (String sql : ACCOUNTS) {
            run(String.format(sql, FIRST, from + 1, to));
        }
    }

    /** Adds five hundred shifts of one agent, on posts long gone. */
    void yearsOf(String identifier) throws SQLException {
        run(String.format("""
            insert into work_session (id, token_digest, account_id, method, level, origin, opened_at, last_seen_at, expires_at, ended_at, end_reason, version)
            select %1$d - g, substr(md5('of one' || g) || md5('y' || g), 1, 43), account_id, 'CARD', 'STRONG', '192.0.2.1',
              now() - g * interval '12 hours', now() - g * interval '12 hours', now(), now() - g * interval '11 hours', 'LOGOUT', 1
            from generate_series(1, 500) g, account_identifier where identifier = '%2$s'""", FIRST, identifier));
    }

    /** Adds so many rows about so many accounts; the indexes are made anew behind them, which is quicker. */
    void trace(long rows, long accounts) throws SQLException {
        List<String> indexes = new ArrayList<>();
        try (PreparedStatement ask = database.prepareStatement("select indexname, indexdef from pg_indexes"
                        + " where tablename = 'audit_entry' and indexname <> 'audit_entry_pkey'");
                ResultSet found = ask.executeQuery()) {
            while (found.next()) {
                indexes.add(found.getString(2));
                run("drop index " + found.getString(1));
            }
        }
        run(String.format("""
            insert into audit_entry (id, at, node, kind, outcome, support_code, account_id, session_id, origin, detail,
              sequence_number, previous_digest, digest)
            select %1$d + g, now() - (%3$d - g) * interval '3 seconds', 'former',
              (array ['CARD_JUDGED', 'LOGIN', 'PROFILE_CHOSEN', 'PHONE_LINKED', 'SESSION_ENDED'])[1 + g %% 5], 'CARD',
              upper(substr(md5(g::text), 1, 4) || '-' || substr(md5(g::text), 5, 4)), %1$d + g %% %2$d, %1$d + g, '192.0.2.1', 'agent ' || g,
              g, substr(md5(g::text) || md5('p' || g), 1, 43), substr(md5(g::text) || md5('d' || g), 1, 43)
            from generate_series(1, %3$d) g""", FIRST, accounts, rows));
        for (String index : indexes) {
            run(index);
        }
    }

    /** What PostgreSQL does by itself in time: statistics, and pages on the disk. */
    void settle() throws SQLException {
        run("vacuum analyze");
        run("checkpoint");
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
