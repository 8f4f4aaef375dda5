package fr.sisamu.portail.directory;

import fr.sisamu.portail.account.LoginName;
import java.util.List;
import java.util.Optional;

/** Lines of accounts, each with the identifiers it names. */
final class AccountStage implements Stage {

    private final Sql.Batch accounts;
    private final Sql.Batch identifiers;

    AccountStage(Sql sql) {
        accounts = sql.batch("insert into staged_account"
                + " (line, login_name, login_given, proposed, given_name, family_name, status, fresh)"
                + " values (?, ?, ?, ?, ?, ?, ?, false)");
        identifiers = sql.batch("insert into staged_identifier (line, identifier) values (?, ?)");
    }

    @Override
    public void take(Cells line) {
        Optional<LoginName> login = line.login(Column.LOGIN);
        String given = line.personName(Column.GIVEN_NAME);
        String family = line.personName(Column.FAMILY_NAME);
        List<String> held = line.identifiers(Column.IDENTIFIERS);
        Optional<String> status = line.status(Column.STATUS);
        if (line.good() && login.isEmpty() && held.isEmpty()) {
            line.refuse(null, LineReason.NO_KEY, given + " " + family);
        }
        if (line.good()) {
            accounts.add(
                    line.number(),
                    login.map(LoginName::value).orElse(null),
                    login.isPresent(),
                    LoginName.proposed(given, family).value(),
                    given,
                    family,
                    status.orElse(null));
            held.forEach(identifier -> identifiers.add(line.number(), identifier));
        }
    }

    @Override
    public void flush() {
        accounts.flush();
        identifiers.flush();
    }

    @Override
    public void close() {
        accounts.close();
        identifiers.close();
    }
}
