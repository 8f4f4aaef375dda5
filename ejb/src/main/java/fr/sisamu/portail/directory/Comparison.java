package fr.sisamu.portail.directory;

import fr.sisamu.portail.directory.Change.Action;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** Says what the staged lines change, in the order of the lines, so that the same change has the same fingerprint. */
final class Comparison {

    private static final String UNITS = """
            select s.line, s.code, u.id, u.name, s.name, u.idle_timeout_seconds,
              coalesce(s.idle_seconds, u.idle_timeout_seconds, 3600)
            from staged_unit s left join unit u on u.id = s.unit_id
            where u.id is null or u.name <> s.name or u.idle_timeout_seconds <> s.idle_seconds order by s.line""";

    private static final String ACCOUNTS = """
            select s.line, s.login_name, a.id, a.login_name, a.given_name, s.given_name, a.family_name, s.family_name,
              a.status, coalesce(s.status, a.status, 'ACTIVE')
            from staged_account s left join account a on a.id = s.account_id
            where a.id is null or a.login_name <> s.login_name or a.given_name <> s.given_name
              or a.family_name <> s.family_name or a.status <> s.status order by s.line""";

    private static final String IDENTIFIERS = """
            select n.line, s.login_name, n.identifier from staged_identifier n
            join staged_account s on s.line = n.line
            where not s.fresh and not exists (
              select 1 from account_identifier h where h.identifier = n.identifier) order by n.line, n.identifier""";

    private static final String ABSENT_ACCOUNTS =
            "select login_name, status from account where " + Absent.ACCOUNTS + " order by id";

    private static final String PROFILES = """
            select s.line, coalesce(o.login_name, a.login_name), s.unit_code, s.function_label, p.id,
              p.needs_phone, s.needs_phone, p.valid_from, s.valid_from, p.valid_until, s.valid_until
            from staged_profile s
            left join profile p on p.id = s.profile_id
            left join account a on a.id = s.account_id
            left join staged_account o on o.account_id = s.account_id
            where p.id is null or p.needs_phone <> s.needs_phone or p.valid_until is distinct from s.valid_until
            order by s.line""";

    private static final String ABSENT_PROFILES = """
            select a.login_name, u.code, profile.function_label, profile.valid_until
            from profile join account a on a.id = profile.account_id join unit u on u.id = profile.unit_id
            where\s""";

    private static final String PHONES = """
            select s.line, s.unit_code, s.number, p.id, p.label, s.label, p.active, coalesce(s.active, p.active, true)
            from staged_phone s left join phone p on p.id = s.phone_id
            where p.id is null or p.label <> s.label or p.active <> s.active order by s.line""";

    private static final String ABSENT_PHONES =
            "select u.code, phone.number from phone join unit u on u.id = phone.unit_id where " + Absent.PHONES
                    + " order by phone.id";

    private final Difference difference = new Difference();

    private Comparison() {}

    static Difference run(Sql sql, Scope scope) {
        Comparison comparison = new Comparison();
        sql.each(UNITS, comparison::unit);
        sql.each(ACCOUNTS, comparison::account);
        sql.each(IDENTIFIERS, comparison::identifier);
        sql.each(PROFILES, comparison::profile);
        sql.each(PHONES, comparison::phone);
        comparison.absent(sql, scope);
        return comparison.difference;
    }

    private void absent(Sql sql, Scope scope) {
        LocalDate today = scope.today();
        if (scope.holdsAll(FileKind.ACCOUNTS)) {
            sql.each(
                    ABSENT_ACCOUNTS,
                    row -> add(
                            new Values().put(Column.STATUS, row.getString(2), "CLOSED"),
                            FileKind.ACCOUNTS,
                            Action.CLOSED,
                            0,
                            row.getString(1)));
        }
        if (scope.holdsAll(FileKind.PROFILES)) {
            LocalDate yesterday = today.minusDays(1);
            sql.each(
                    ABSENT_PROFILES + Absent.BEGUN_PROFILES + " order by profile.id",
                    row -> ended(row, yesterday),
                    today,
                    today,
                    yesterday);
            sql.each(
                    ABSENT_PROFILES + Absent.COMING_PROFILES + " order by profile.id",
                    row -> ended(row, yesterday),
                    today);
        }
        if (scope.holdsAll(FileKind.PHONES)) {
            sql.each(
                    ABSENT_PHONES,
                    row -> add(
                            new Values().put(Column.ACTIVE, true, false),
                            FileKind.PHONES,
                            Action.ENDED,
                            0,
                            row.getString(1) + " " + row.getString(2)));
        }
    }

    private void unit(ResultSet row) throws SQLException {
        Values values = new Values()
                .put(Column.UNIT_NAME, row.getString(4), row.getString(5))
                .put(Column.UNIT_IDLE, minutes(row, 6), minutes(row, 7));
        add(values, FileKind.UNITS, addedIf(row, 3), row.getLong(1), row.getString(2));
    }

    private void account(ResultSet row) throws SQLException {
        long line = row.getLong(1);
        String login = row.getString(2);
        Values values = new Values()
                .put(Column.LOGIN, row.getString(4), login)
                .put(Column.GIVEN_NAME, row.getString(5), row.getString(6))
                .put(Column.FAMILY_NAME, row.getString(7), row.getString(8))
                .put(Column.STATUS, row.getString(9), row.getString(10));
        Action action = addedIf(row, 3);
        if (action == Action.CHANGED && !row.getString(9).equals(row.getString(10))) {
            action = row.getString(10).equals("CLOSED") ? Action.CLOSED : Action.REOPENED;
        }
        add(values, FileKind.ACCOUNTS, action, line, login);
    }

    private void identifier(ResultSet row) throws SQLException {
        Values values = new Values().put(Column.IDENTIFIERS, null, row.getString(3));
        add(values, FileKind.ACCOUNTS, Action.IDENTIFIED, row.getLong(1), row.getString(2));
    }

    private void profile(ResultSet row) throws SQLException {
        Values values = new Values()
                .put(Column.NEEDS_PHONE, row.getObject(6), row.getObject(7))
                .put(Column.FROM, row.getObject(8, LocalDate.class), row.getObject(9, LocalDate.class))
                .put(Column.UNTIL, row.getObject(10, LocalDate.class), row.getObject(11, LocalDate.class));
        String subject = row.getString(2) + " · " + row.getString(3) + " · " + row.getString(4);
        add(values, FileKind.PROFILES, addedIf(row, 5), row.getLong(1), subject);
    }

    private void ended(ResultSet row, LocalDate last) throws SQLException {
        Values values = new Values().put(Column.UNTIL, row.getObject(4, LocalDate.class), last);
        String subject = row.getString(1) + " · " + row.getString(2) + " · " + row.getString(3);
        add(values, FileKind.PROFILES, Action.ENDED, 0, subject);
    }

    private void phone(ResultSet row) throws SQLException {
        Values values = new Values()
                .put(Column.LABEL, row.getString(5), row.getString(6))
                .put(Column.ACTIVE, row.getObject(7), row.getObject(8));
        Action action = addedIf(row, 4);
        boolean out = action == Action.CHANGED && row.getBoolean(7) && !row.getBoolean(8);
        String subject = row.getString(2) + " " + row.getString(3);
        add(values, FileKind.PHONES, out ? Action.ENDED : action, row.getLong(1), subject);
    }

    private void add(Values values, FileKind kind, Action action, long line, String subject) {
        difference.add(values.change(kind, action, line, subject));
    }

    /** Added if there is no such row yet. */
    private static Action addedIf(ResultSet row, int id) throws SQLException {
        return row.getObject(id) == null ? Action.ADDED : Action.CHANGED;
    }

    private static Object minutes(ResultSet row, int column) throws SQLException {
        int seconds = row.getInt(column);
        return row.wasNull() ? null : seconds / 60;
    }
}
