package fr.sisamu.portail.liberty.peer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.RunningServer;
import fr.sisamu.portail.liberty.blackbox.Handbook;
import fr.sisamu.portail.liberty.blackbox.Monitoring;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus' own tool says of the figures, the rules and the dashboard. {@code ensure-promtool.sh} has seen to it. */
@Tag("prometheus")
class PromtoolIT {

    private static final String PROMTOOL = System.getProperty("promtool");
    private static final Path RULE_TESTS = Path.of("src", "test", "prometheus", "portail-alerts-test.yml");

    @TempDir
    Path directory;

    @Test
    void findsNothingToSayAboutTheFiguresOfTheRunningPortal() throws Exception {
        Path scrape = directory.resolve("scrape.txt");
        try (Monitoring monitoring = new Monitoring(RunningServer.demonstration())) {
            Files.writeString(scrape, monitoring.text());
        }

        assertThat(output(0, new ProcessBuilder(PROMTOOL, "check", "metrics").redirectInput(scrape.toFile())))
                .isEmpty();
    }

    @Test
    void understandsTheRules() throws Exception {
        assertThat(run(0, "check", "rules", Handbook.RULES.toString())).contains("SUCCESS");
    }

    @Test
    void seesEachAlertKeepSilentBeforeItsCauseAndCryAfterIt() throws Exception {
        assertThat(run(0, "test", "rules", RULE_TESTS.toString())).contains("SUCCESS");
    }

    @Test
    void understandsEveryExpressionOfTheDashboard() throws Exception {
        List<String> rules = new ArrayList<>(List.of("groups:", "- name: dashboard", "  rules:"));
        List<String> expressions = new Handbook().dashboard();
        for (int i = 0; i < expressions.size(); i++) {
            rules.add("  - record: panel_" + i);
            rules.add("    expr: '" + expressions.get(i).replace("'", "''") + "'");
        }
        Path file = Files.write(directory.resolve("dashboard.yml"), rules);

        assertThat(run(0, "check", "rules", file.toString())).contains(expressions.size() + " rules found");
    }

    /** The judge judges: a name against the conventions, and a rule that nobody understands. */
    @Test
    void isNotContentWithEverything() throws Exception {
        Path scrape = Files.writeString(directory.resolve("bad.txt"), "# TYPE x counter\nx 1\n");
        Path rules = Files.writeString(
                directory.resolve("bad.yml"), "groups:\n- name: x\n  rules:\n  - alert: X\n    expr: sum(\n");

        assertThat(output(3, new ProcessBuilder(PROMTOOL, "check", "metrics").redirectInput(scrape.toFile())))
                .contains("_total");
        run(1, "check", "rules", rules.toString());
    }

    private static String run(int status, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(PROMTOOL));
        command.addAll(List.of(arguments));
        return output(status, new ProcessBuilder(command));
    }

    private static String output(int status, ProcessBuilder command) throws IOException, InterruptedException {
        Process process = command.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isEqualTo(status);
        return output;
    }
}
