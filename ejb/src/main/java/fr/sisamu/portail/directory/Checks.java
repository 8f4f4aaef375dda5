package fr.sisamu.portail.directory;

import java.util.List;

/** What only shows once all lines lie side by side with the rows there are; each check names the lines at fault. */
final class Checks {

    /** A query whose rows are a line and the value at fault. */
    private record Check(FileKind kind, Column column, LineReason reason, String sql) {}

    private static final List<Check> IN_THE_FILES = List.of(
            new Check(FileKind.UNITS, Column.UNIT_CODE, LineReason.DUPLICATE_CODE, """
                    select line, code from staged_unit
                    where code in (select code from staged_unit group by code having count(*) > 1) order by line"""),
            new Check(FileKind.ACCOUNTS, Column.LOGIN, LineReason.DUPLICATE_LOGIN, """
                    select line, login_name from staged_account where login_name in (
                      select login_name from staged_account group by login_name having count(*) > 1) order by line"""),
            new Check(FileKind.ACCOUNTS, Column.IDENTIFIERS, LineReason.DUPLICATE_IDENTIFIER, """
                    select line, identifier from staged_identifier where identifier in (
                      select identifier from staged_identifier group by identifier having count(*) > 1)
                    order by line"""),
            new Check(FileKind.PHONES, Column.NUMBER, LineReason.DUPLICATE_PHONE, """
                    select s.line, s.number from staged_phone s join (
                      select unit_code, number from staged_phone group by unit_code, number having count(*) > 1) d
                    on d.unit_code = s.unit_code and d.number = s.number order by s.line"""));

    private static final List<Check> AGAINST_WHAT_THERE_IS = List.of(
            new Check(FileKind.ACCOUNTS, Column.IDENTIFIERS, LineReason.IDENTIFIERS_OF_TWO_ACCOUNTS, """
                    select s.line, max(a.login_name) from staged_identifier s
                    join account_identifier i on i.identifier = s.identifier
                    join account a on a.id = i.account_id
                    group by s.line having count(distinct i.account_id) > 1 order by s.line"""),
            new Check(FileKind.ACCOUNTS, null, LineReason.ONE_ACCOUNT_TWICE, """
                    select line, login_name from staged_account where account_id in (
                      select account_id from staged_account group by account_id having count(*) > 1) order by line"""),
            new Check(FileKind.ACCOUNTS, Column.LOGIN, LineReason.LOGIN_OF_ANOTHER, """
                    select s.line, s.login_name from staged_account s where not s.fresh and (
                      exists (select 1 from account a where a.login_name = s.login_name and a.id <> s.account_id)
                      or (exists (select 1 from staged_identifier n where n.line = s.line)
                        and exists (select 1 from account_identifier h where h.account_id = s.account_id)
                        and not exists (select 1 from staged_identifier n
                          join account_identifier h on h.identifier = n.identifier and h.account_id = s.account_id
                          where n.line = s.line)))
                    order by s.line"""),
            new Check(FileKind.ACCOUNTS, Column.STATUS, LineReason.ADMINISTRATOR, """
                    select s.line, s.login_name from staged_account s
                    join account_role r on r.account_id = s.account_id and r.role = 'ADMINISTRATOR'
                    join account a on a.id = s.account_id and a.status = 'ACTIVE'
                    where s.status = 'CLOSED' order by s.line"""),
            new Check(FileKind.PROFILES, null, LineReason.UNKNOWN_PERSON, """
                    select line, coalesce(identifier, login_name) from staged_profile
                    where account_id is null order by line"""),
            new Check(FileKind.PROFILES, Column.PROFILE_LOGIN, LineReason.TWO_PEOPLE, """
                    select s.line, s.login_name from staged_profile s
                    where s.identifier is not null and s.login_name is not null and s.account_id is not null
                      and s.account_id is distinct from coalesce(
                        (select min(o.account_id) from staged_account o where o.login_name = s.login_name),
                        (select a.id from account a where a.login_name = s.login_name))
                    order by s.line"""),
            new Check(FileKind.PROFILES, Column.PROFILE_UNIT, LineReason.UNKNOWN_UNIT, """
                    select line, unit_code from staged_profile where unit_id is null order by line"""),
            new Check(FileKind.PROFILES, Column.UNTIL, LineReason.END_BEFORE_START, """
                    select line, cast(valid_until as varchar(10)) from staged_profile
                    where valid_until < valid_from order by line"""),
            new Check(FileKind.PROFILES, null, LineReason.DUPLICATE_PROFILE, """
                    select s.line, s.function_label from staged_profile s join (
                      select account_id, unit_id, function_label, valid_from from staged_profile
                      group by account_id, unit_id, function_label, valid_from having count(*) > 1) d
                    on d.account_id = s.account_id and d.unit_id = s.unit_id
                      and d.function_label = s.function_label and d.valid_from = s.valid_from
                    order by s.line"""),
            new Check(FileKind.PHONES, Column.PHONE_UNIT, LineReason.UNKNOWN_UNIT, """
                    select line, unit_code from staged_phone where unit_id is null order by line"""));

    private Checks() {}

    /** Notes what is wrong. Lines already refused are missing here: what they would have brought is not asked for. */
    static void run(Sql sql, LineErrors errors) {
        boolean whole = errors.count() == 0;
        IN_THE_FILES.forEach(check -> run(check, sql, errors));
        if (whole) {
            AGAINST_WHAT_THERE_IS.forEach(check -> run(check, sql, errors));
        }
    }

    private static void run(Check check, Sql sql, LineErrors errors) {
        sql.each(
                check.sql, row -> errors.add(check.kind, row.getLong(1), check.column, check.reason, row.getString(2)));
    }
}
