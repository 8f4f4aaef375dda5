package fr.sisamu.portail.administration;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.role.Duty;
import fr.sisamu.portail.role.Rights;
import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.Rows;
import fr.sisamu.portail.testdb.TestDatabase;
import java.util.EnumSet;

/** A portal, and an administrator who may do everything. */
final class AdministrationWorld {

    static final Rights ADMINISTRATOR = Rights.ofToken("hugo.factice", EnumSet.allOf(Duty.class));

    final Portal portal;
    final Rows rows;

    AdministrationWorld(TestDatabase.Kind database) {
        this(TestDatabase.of(database));
    }

    AdministrationWorld(TestDatabase database) {
        portal = new Portal(database)
                .with("portail.security.key", "dGhlLWtleS1vZi10aGUtdGVzdHMtaXMtbm8tc2VjcmV0LWF0LWFsbA==");
        rows = portal.rows();
    }

    AccountId account(String givenName, String familyName) {
        return new AccountId(rows.account(givenName, familyName));
    }

    /** Outcome and detail of what was traced last on this account. */
    String traced(AccountId account) {
        return rows.one(
                "select outcome || ' ' || detail from audit_entry where account_id = ? order by id desc",
                account.value());
    }

    String tracedOn(String unit) {
        return rows.one("select outcome || ' ' || detail from audit_entry where unit_code = ? order by id desc", unit);
    }
}
