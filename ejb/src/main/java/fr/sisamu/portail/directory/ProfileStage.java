package fr.sisamu.portail.directory;

import fr.sisamu.portail.account.LoginName;
import java.time.LocalDate;
import java.util.Optional;

/** Lines of profiles, whose holder is named by identifier, national identifier or both. */
final class ProfileStage implements Stage {

    private final Sql.Batch profiles;

    ProfileStage(Sql sql) {
        profiles = sql.batch("insert into staged_profile"
                + " (line, login_name, identifier, unit_code, function_label, needs_phone, from_given, valid_until)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?)");
    }

    @Override
    public void take(Cells line) {
        Optional<LoginName> login = line.login(Column.PROFILE_LOGIN);
        Optional<String> identifier = line.identifier(Column.PROFILE_IDENTIFIER);
        String unit = line.unitCode(Column.PROFILE_UNIT);
        String function = line.text(Column.FUNCTION, 100);
        boolean phone = line.answer(Column.NEEDS_PHONE).orElse(true);
        Optional<LocalDate> from = line.day(Column.FROM);
        Optional<LocalDate> until = line.lastDay(Column.UNTIL);
        if (line.good() && login.isEmpty() && identifier.isEmpty()) {
            line.refuse(null, LineReason.NO_KEY, function);
        }
        if (line.good()) {
            profiles.add(
                    line.number(),
                    login.map(LoginName::value).orElse(null),
                    identifier.orElse(null),
                    unit,
                    function,
                    phone,
                    from.orElse(null),
                    until.orElse(null));
        }
    }

    @Override
    public void flush() {
        profiles.flush();
    }

    @Override
    public void close() {
        profiles.close();
    }
}
