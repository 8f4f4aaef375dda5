package fr.sisamu.portail.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerifyCommandTest {

    private static final String KEY = "YSBrZXkgZm9yIHRoZSBjb21tYW5kLCBub3QgZm9yIHByb2R1Y3Rpb24=";
    private static final String OTHER_KEY = "YW5vdGhlciBrZXkgZm9yIHRoZSBjb21tYW5kLCBub3QgZm9yIGxpZmU=";

    private final TestDatabase database = TestDatabase.fresh(TestDatabase.Kind.POSTGRESQL);
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();
    private final Portal portal =
            new Portal(database).with("portail.security.key", KEY).with("portail.node", "crra-a");

    VerifyCommandTest() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            environment.put("DB_URL", connection.getMetaData().getURL());
            environment.put("DB_USER", connection.getMetaData().getUserName());
            environment.put("DB_PASSWORD", "");
        }
        environment.put("PORTAIL_SECURITY_KEY", KEY);
        for (int i = 0; i < 3; i++) {
            portal.get(AuditTrail.class).record(Trace.of(TraceKind.LOGIN, "CPX"));
        }
    }

    @Test
    void saysThatNobodyHasTouchedTheTrace() {
        assertThat(run()).isEqualTo(VerifyCommand.SOUND);
        assertThat(said()).contains("crra-a: 3 rows, sound");
    }

    @Test
    void namesTheFirstBadRow() {
        portal.rows().run("alter table audit_entry disable trigger all");
        portal.rows().run("update audit_entry set outcome = 'OTP' where sequence_number = 2");

        assertThat(run()).isEqualTo(VerifyCommand.TAMPERED);
        assertThat(said()).contains("EDITED crra-a row 2");
    }

    @Test
    void knowsSealsMadeUnderAFormerKeyOnlyIfItIsGivenThatKey() {
        environment.put("PORTAIL_SECURITY_KEY", OTHER_KEY);
        assertThat(run()).isEqualTo(VerifyCommand.TAMPERED);

        environment.put("PORTAIL_AUDIT_FORMER_KEYS", KEY);
        assertThat(run()).isEqualTo(VerifyCommand.SOUND);
    }

    @Test
    void saysWhichSettingIsMissing() {
        environment.remove("PORTAIL_SECURITY_KEY");

        assertThat(run()).isEqualTo(VerifyCommand.UNKNOWN);
        assertThat(said()).contains("PORTAIL_SECURITY_KEY");
    }

    @Test
    void saysThatItCouldNotFindOut() {
        environment.put("DB_URL", "jdbc:postgresql://127.0.0.1:1/nowhere");
        assertThat(run()).isEqualTo(VerifyCommand.UNKNOWN);

        environment.put("PORTAIL_SECURITY_KEY", "c2hvcnQ=");
        assertThat(run()).isEqualTo(VerifyCommand.UNKNOWN);
    }

    private int run() {
        return VerifyCommand.run(environment, new PrintStream(console, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return console.toString(StandardCharsets.UTF_8);
    }
}
