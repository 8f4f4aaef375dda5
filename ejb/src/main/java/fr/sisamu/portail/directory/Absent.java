package fr.sisamu.portail.directory;

/** The rows that a complete file does not name. One condition for the comparison, the guard and the deed. */
final class Absent {

    /** An administrator is closed by a person only: an import must not shut out those who could mend it. */
    static final String ACCOUNTS = """
             account.status = 'ACTIVE'
             and not exists (select 1 from staged_account s where s.account_id = account.id)
             and not exists (select 1 from account_role r where r.account_id = account.id and r.role = 'ADMINISTRATOR')""";

    /** Begun and not over; parameters: today, today, yesterday. A profile begun today ends today. */
    static final String BEGUN_PROFILES = """
             profile.valid_from <= ?
             and (profile.valid_until is null
               or profile.valid_until > case when profile.valid_from = ? then profile.valid_from else ? end)
             and not exists (select 1 from staged_profile s where s.profile_id = profile.id)""";

    /** Not begun, hence never worked in; parameter: today. */
    static final String COMING_PROFILES = """
             profile.valid_from > ?
             and not exists (select 1 from staged_profile s where s.profile_id = profile.id)""";

    static final String PHONES = """
             phone.active and not exists (select 1 from staged_phone s where s.phone_id = phone.id)""";

    private Absent() {}
}
