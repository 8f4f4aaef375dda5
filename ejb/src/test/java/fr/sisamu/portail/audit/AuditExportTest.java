package fr.sisamu.portail.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.TestDatabase;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class AuditExportTest {

    private static final AtomicLong ACCOUNTS = new AtomicLong(8_000_000);

    private final long account = ACCOUNTS.incrementAndGet();
    private final AuditTrail trail;
    private final AuditExport export;

    AuditExportTest(TestDatabase.Kind kind) {
        Portal portal = new Portal(TestDatabase.of(kind)).with("portail.node", "export");
        trail = portal.get(AuditTrail.class);
        export = portal.get(AuditExport.class);
    }

    @Test
    void writesALineForEachRowInItsOrderHoweverManyPagesItTakes() throws IOException {
        int rows = AuditSearch.LONGEST * 2 + 1;
        for (int i = 0; i < rows; i++) {
            trail.record(Trace.of(TraceKind.LOGIN, "CPX").account(account).detail("n° " + i));
        }

        StringBuilder out = new StringBuilder();
        assertThat(export.jsonLines(mine(), out)).isEqualTo(rows);

        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(rows);
        for (int i = 0; i < rows; i++) {
            assertThat(json(lines.get(i)).getString("detail")).isEqualTo("n° " + i);
        }
    }

    @Test
    void writesEveryColumnAsJson() throws IOException {
        Trace trace = Trace.of(TraceKind.LOGIN, "CPX")
                .account(account)
                .session(3)
                .identifier("810000000001")
                .unit("FR680")
                .origin("192.0.2.7")
                .workstation("w")
                .detail("dit « \"oui\" »");
        trail.record(trace);

        JsonObject json = json(jsonLines());

        assertThat(json.keySet()).containsExactlyInAnyOrder(TraceColumns.ALL.split(", "));
        assertThat(json.getString("support_code")).isEqualTo(trace.supportCode().value());
        assertThat(json.getJsonNumber("account_id").longValue()).isEqualTo(account);
        assertThat(json.getString("detail")).isEqualTo("dit « \"oui\" »");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0"})
    void writesNoCellThatASpreadsheetTakesForAFormula(String formula) throws IOException {
        trail.record(Trace.of(TraceKind.LOGIN, formula)
                .account(account)
                .identifier(formula)
                .detail(formula));

        String line = csv().lines().toList().get(1);

        assertThat(Pattern.compile(";").splitAsStream(line).filter(cell -> cell.contains(formula)))
                .hasSize(3)
                .allMatch(cell -> cell.startsWith("\"'"));
    }

    @Test
    void quotesWhatWouldEndACell() throws IOException {
        trail.record(Trace.of(TraceKind.LOGIN, "CPX").account(account).detail("a\"b;c"));

        assertThat(csv()).contains(";\"a\"\"b;c\";").startsWith("\uFEFF\"at\";");
    }

    private String csv() throws IOException {
        StringBuilder out = new StringBuilder();
        export.csv(mine(), out);
        return out.toString();
    }

    private String jsonLines() throws IOException {
        StringBuilder out = new StringBuilder();
        export.jsonLines(mine(), out);
        return out.toString();
    }

    private TraceFilter mine() {
        return TraceFilter.everything().account(account);
    }

    private static JsonObject json(String line) {
        return Json.createReader(new StringReader(line)).readObject();
    }
}
