package fr.sisamu.portail.administration;

import static fr.sisamu.portail.administration.AdministrationWorld.ADMINISTRATOR;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.audit.TraceRow;
import fr.sisamu.portail.testdb.TestDatabase;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class TraceReadingTest {

    static final String NOTHING = "";

    final AdministrationWorld world;
    final TraceReading reading;
    final AccountId account;
    final SupportCode code = SupportCode.random();

    TraceReadingTest(TestDatabase.Kind database) {
        world = new AdministrationWorld(database);
        reading = world.portal.get(TraceReading.class);
        account = world.account("Marie", "Factice");
        world.portal
                .get(AuditTrail.class)
                .record(Trace.of(TraceKind.LOGIN_REFUSED, "TEST")
                        .code(code)
                        .account(account.value())
                        .unit("FR770")
                        .detail("the exact cause"));
    }

    List<TraceRow> find(TraceQuestion question) {
        return reading.find(ADMINISTRATOR, question, Optional.empty()).rows();
    }

    List<TraceRow> byCode(String spoken) {
        return find(new TraceQuestion(spoken, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING));
    }

    String login() {
        return "agent." + account.value();
    }

    @Test
    void findsTheCauseHoweverTheCodeIsReadOut() {
        String heard = code.value().replace('0', 'O').replace('1', 'l').toLowerCase(Locale.ROOT);

        assertThat(byCode(code.value())).extracting(TraceRow::detail).containsExactly("the exact cause");
        assertThat(byCode(heard)).hasSize(1);
        assertThat(byCode(heard.replace("-", " "))).hasSize(1);
        assertThat(byCode(heard.replace("-", ""))).hasSize(1);
    }

    @Test
    void findsByLoginNameKindUnitAndDay() {
        assertThat(find(new TraceQuestion(NOTHING, login(), "LOGIN_REFUSED", "fr770", "2026-03-02", "2026-03-02")))
                .hasSize(1);
        assertThat(find(new TraceQuestion(NOTHING, login(), "LOGIN", NOTHING, NOTHING, NOTHING)))
                .isEmpty();
        assertThat(find(new TraceQuestion(NOTHING, login(), NOTHING, NOTHING, "2026-03-03", NOTHING)))
                .isEmpty();
        assertThat(find(new TraceQuestion(NOTHING, login(), NOTHING, NOTHING, NOTHING, "2026-03-01")))
                .isEmpty();
    }

    @Test
    void findsNothingForWhatCanMatchNothing() {
        assertThat(byCode("K7")).isEmpty();
        assertThat(find(new TraceQuestion(NOTHING, "nobody.atall", NOTHING, NOTHING, NOTHING, NOTHING)))
                .isEmpty();
        assertThat(find(new TraceQuestion(NOTHING, login(), "' or 1=1", NOTHING, NOTHING, NOTHING)))
                .isEmpty();
        assertThat(find(new TraceQuestion(NOTHING, login(), NOTHING, NOTHING, "2026-02-30", NOTHING)))
                .isEmpty();
        assertThat(find(new TraceQuestion(NOTHING, login(), NOTHING, NOTHING, NOTHING, "+999999999-12-31")))
                .isEmpty();
    }

    @Test
    void tracesThatTheTraceWasTakenAway() throws IOException {
        StringBuilder csv = new StringBuilder();
        StringBuilder json = new StringBuilder();
        TraceQuestion question = new TraceQuestion(code.value(), NOTHING, NOTHING, NOTHING, NOTHING, NOTHING);

        reading.csv(ADMINISTRATOR, question, csv);
        reading.jsonLines(ADMINISTRATOR, question, json);

        assertThat(csv).contains("the exact cause");
        assertThat(json).contains("the exact cause");
        assertThat(world.rows.count(
                        "audit_entry",
                        "kind = 'TRACE_EXPORTED' and detail like ?",
                        "by hugo.factice%" + code.value() + "%"))
                .isEqualTo(2);
    }
}
