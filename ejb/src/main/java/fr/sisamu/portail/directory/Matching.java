package fr.sisamu.portail.directory;

import fr.sisamu.portail.account.LoginName;
import java.time.LocalDate;
import java.util.List;

/**
 * Finds out what each staged line means among the rows there are now. A person is known by a national identifier first,
 * and by the portal's own identifier only where no national one speaks against it. Done anew before applying, for people
 * work meanwhile.
 */
final class Matching {

    private static final List<String> UNITS = List.of(
            "update staged_unit set unit_id = (select u.id from unit u where u.code = staged_unit.code)",
            "update staged_unit set unit_id = nextval('unit_seq') where unit_id is null");

    private static final List<String> KNOWN_ACCOUNTS = List.of(
            "update staged_account set fresh = false, login_name = case when login_given then login_name else null end",
            """
            update staged_account set account_id = (
              select min(i.account_id) from staged_identifier s
              join account_identifier i on i.identifier = s.identifier
              where s.line = staged_account.line)""",
            """
            update staged_account set account_id = (
              select a.id from account a where a.login_name = staged_account.login_name)
            where account_id is null and login_given""",
            """
            update staged_account set login_name = (
              select a.login_name from account a where a.id = staged_account.account_id)
            where account_id is not null and not login_given""");

    private static final String NAMELESS = """
            select s.line, s.proposed,
              exists (select 1 from account a where a.login_name = s.proposed)
              or exists (select 1 from staged_account o where o.login_name = s.proposed)
            from staged_account s where s.login_name is null order by s.proposed, s.line""";

    private static final String TAKEN = """
            select (select count(*) from account a where a.login_name = ?)
              + (select count(*) from staged_account s where s.login_name = ?)""";

    private static final String NAME = "update staged_account set login_name = ? where line = ?";

    private static final String FRESH =
            "update staged_account set account_id = nextval('account_seq'), fresh = true where account_id is null";

    private static final List<String> PROFILES = List.of("""
            update staged_profile set profile_id = null, valid_from = from_given,
              unit_id = coalesce(
                (select min(s.unit_id) from staged_unit s where s.code = staged_profile.unit_code),
                (select u.id from unit u where u.code = staged_profile.unit_code)),
              account_id = case when identifier is not null then coalesce(
                (select min(s.account_id) from staged_identifier i join staged_account s on s.line = i.line
                  where i.identifier = staged_profile.identifier),
                (select i.account_id from account_identifier i where i.identifier = staged_profile.identifier))
              else coalesce(
                (select min(s.account_id) from staged_account s where s.login_name = staged_profile.login_name),
                (select a.id from account a where a.login_name = staged_profile.login_name)) end""");

    /** Without a first day: that of the profile there is, so that a nightly file stays the same profile. */
    private static final String FROM = """
            update staged_profile set valid_from = coalesce(
              (select max(p.valid_from) from profile p where p.account_id = staged_profile.account_id
                and p.unit_id = staged_profile.unit_id and p.function_label = staged_profile.function_label), ?)
            where from_given is null""";

    private static final String PROFILE = """
            update staged_profile set profile_id = (
              select min(p.id) from profile p where p.account_id = staged_profile.account_id
                and p.unit_id = staged_profile.unit_id and p.function_label = staged_profile.function_label
                and p.valid_from = staged_profile.valid_from)""";

    private static final List<String> PHONES = List.of("""
            update staged_phone set unit_id = coalesce(
              (select min(s.unit_id) from staged_unit s where s.code = staged_phone.unit_code),
              (select u.id from unit u where u.code = staged_phone.unit_code))""", """
            update staged_phone set phone_id = (
              select p.id from phone p where p.unit_id = staged_phone.unit_id and p.number = staged_phone.number)""");

    private Matching() {}

    /** @param today the day in Europe/Paris, the first of profiles that say none */
    static void run(Sql sql, LocalDate today) {
        UNITS.forEach(sql::run);
        KNOWN_ACCOUNTS.forEach(sql::run);
        nameTheNameless(sql);
        sql.run(FRESH);
        PROFILES.forEach(sql::run);
        sql.run(FROM, today);
        sql.run(PROFILE);
        PHONES.forEach(sql::run);
    }

    /** prenom.nom, with a number from the second person of one name on. */
    private static void nameTheNameless(Sql sql) {
        try (Sql.Batch names = sql.batch(NAME)) {
            Namesakes namesakes = new Namesakes(sql);
            sql.each(
                    NAMELESS,
                    row -> names.add(
                            namesakes.next(new LoginName(row.getString(2)), row.getBoolean(3)), row.getLong(1)));
            names.flush();
        }
    }

    /** Counts the people of one name, who come one after the other. */
    private static final class Namesakes {

        private final Sql sql;
        private LoginName last = new LoginName("");
        private int number;

        Namesakes(Sql sql) {
            this.sql = sql;
        }

        String next(LoginName proposed, boolean taken) {
            if (!proposed.equals(last)) {
                last = proposed;
                number = 0;
            }
            number++;
            if (number > 1 || taken) {
                while (sql.number(
                                TAKEN,
                                proposed.numbered(number).value(),
                                proposed.numbered(number).value())
                        > 0) {
                    number++;
                }
            }
            return proposed.numbered(number).value();
        }
    }
}
