package fr.sisamu.portail.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Writes what the staged lines say into the tables of units, accounts, profiles and phones, by sets. What leaves goes
 * first, or what comes would be taken for absent. Names changed by SQL are indexed again by themselves (index_version).
 */
final class DirectoryWriter {

    private static final String CLOSED_BY_LINE =
            "select account_id from staged_account where status = 'CLOSED' and not fresh";

    private static final String CLOSE =
            "update account set status = 'CLOSED', closed_at = ?, version = version + 1 where ";

    private static final String REOPEN = """
            update account set status = 'ACTIVE', closed_at = null, version = version + 1
            where status = 'CLOSED' and id in (select account_id from staged_account where status = 'ACTIVE' and not fresh)""";

    private static final String END_PROFILES = "update profile set version = version + 1,"
            + " valid_until = case when valid_from = ? then valid_from else ? end where " + Absent.BEGUN_PROFILES;

    private static final String DROP_PROFILES = "delete from profile where " + Absent.COMING_PROFILES;

    private static final String END_PHONES = "update phone set active = false where " + Absent.PHONES;

    private static final List<String> UNITS = List.of("""
            update unit set version = version + 1,
              name = (select s.name from staged_unit s where s.unit_id = unit.id),
              idle_timeout_seconds = coalesce(
                (select s.idle_seconds from staged_unit s where s.unit_id = unit.id), idle_timeout_seconds)
            where exists (select 1 from staged_unit s where s.unit_id = unit.id
              and (s.name <> unit.name or s.idle_seconds <> unit.idle_timeout_seconds))""", """
            insert into unit (id, code, name, idle_timeout_seconds, version)
            select s.unit_id, s.code, s.name, coalesce(s.idle_seconds, 3600), 1 from staged_unit s
            where not exists (select 1 from unit u where u.id = s.unit_id)""");

    private static final String CHANGE_ACCOUNTS = """
            update account set version = version + 1, index_version = 0,
              login_name = (select s.login_name from staged_account s where s.account_id = account.id),
              given_name = (select s.given_name from staged_account s where s.account_id = account.id),
              family_name = (select s.family_name from staged_account s where s.account_id = account.id)
            where exists (select 1 from staged_account s where s.account_id = account.id and not s.fresh
              and (s.login_name <> account.login_name or s.given_name <> account.given_name
                or s.family_name <> account.family_name))""";

    private static final String ADD_ACCOUNTS = """
            insert into account (id, login_name, given_name, family_name, status, created_at, closed_at, version)
            select account_id, login_name, given_name, family_name, coalesce(status, 'ACTIVE'),
              cast(? as timestamp(6) with time zone),
              case when status = 'CLOSED' then cast(? as timestamp(6) with time zone) end, 1
            from staged_account where fresh""";

    private static final String IDENTIFY_ACCOUNTS = """
            update account set version = version + 1, index_version = 0 where id in (
              select s.account_id from staged_identifier n join staged_account s on s.line = n.line
              where not s.fresh
                and not exists (select 1 from account_identifier h where h.identifier = n.identifier))""";

    /** A fresh account's are new, which the checks have seen: to ask for each would read again what was just written. */
    private static final String ADD_IDENTIFIERS = """
            insert into account_identifier (identifier, account_id, added_at)
            select n.identifier, s.account_id, cast(? as timestamp(6) with time zone)
            from staged_identifier n join staged_account s on s.line = n.line
            where s.fresh or not exists (select 1 from account_identifier h where h.identifier = n.identifier)""";

    /** Whoever waited for an account has one now. */
    private static final String GRANT_REQUESTS = """
            update account_request set status = 'GRANTED', version = version + 1
            where status = 'WAITING' and identifier in (select identifier from staged_identifier)""";

    private static final List<String> PROFILES = List.of("""
            update profile set version = version + 1,
              needs_phone = (select s.needs_phone from staged_profile s where s.profile_id = profile.id),
              valid_until = (select s.valid_until from staged_profile s where s.profile_id = profile.id)
            where exists (select 1 from staged_profile s where s.profile_id = profile.id
              and (s.needs_phone <> profile.needs_phone or s.valid_until is distinct from profile.valid_until))""", """
            insert into profile (id, account_id, unit_id, function_label, needs_phone, valid_from, valid_until, version)
            select nextval('profile_seq'), account_id, unit_id, function_label, needs_phone, valid_from, valid_until, 1
            from staged_profile where profile_id is null""");

    private static final List<String> PHONES = List.of("""
            update phone set label = (select s.label from staged_phone s where s.phone_id = phone.id),
              active = coalesce((select s.active from staged_phone s where s.phone_id = phone.id), active)
            where exists (select 1 from staged_phone s where s.phone_id = phone.id
              and (s.label <> phone.label or s.active <> phone.active))""", """
            insert into phone (id, unit_id, number, label, active)
            select nextval('phone_seq'), unit_id, number, label, coalesce(active, true)
            from staged_phone where phone_id is null""");

    private DirectoryWriter() {}

    /** Writes it all, and gives the accounts that it closed, whose sessions are to end. */
    static List<Long> run(Sql sql, Scope scope, Instant now) {
        List<Long> closing = closing(sql, scope);
        leave(sql, scope, now);
        UNITS.forEach(sql::run);
        sql.run(CHANGE_ACCOUNTS);
        sql.run(ADD_ACCOUNTS, now, now);
        sql.run(IDENTIFY_ACCOUNTS);
        sql.run(ADD_IDENTIFIERS, now);
        sql.run(GRANT_REQUESTS);
        PROFILES.forEach(sql::run);
        PHONES.forEach(sql::run);
        return closing;
    }

    private static List<Long> closing(Sql sql, Scope scope) {
        String where = "(status = 'ACTIVE' and id in (" + CLOSED_BY_LINE + "))"
                + (scope.holdsAll(FileKind.ACCOUNTS) ? " or (" + Absent.ACCOUNTS + ")" : "");
        return sql.list("select id from account where " + where + " order by id", row -> row.getLong(1));
    }

    private static void leave(Sql sql, Scope scope, Instant now) {
        LocalDate today = scope.today();
        LocalDate yesterday = today.minusDays(1);
        sql.run(CLOSE + "status = 'ACTIVE' and id in (" + CLOSED_BY_LINE + ")", now);
        sql.run(REOPEN);
        if (scope.holdsAll(FileKind.ACCOUNTS)) {
            sql.run(CLOSE + Absent.ACCOUNTS, now);
        }
        if (scope.holdsAll(FileKind.PROFILES)) {
            sql.run(END_PROFILES, today, yesterday, today, today, yesterday);
            sql.run(DROP_PROFILES, today);
        }
        if (scope.holdsAll(FileKind.PHONES)) {
            sql.run(END_PHONES);
        }
    }
}
