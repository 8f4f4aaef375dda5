package fr.sisamu.portail.liberty.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.DemonstrationFiles;
import fr.sisamu.portail.liberty.RunningServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every card of the fake IGC-Santé, forwarded by a declared proxy that verifies nothing: the portal judges each one
 * itself. And whoever is no such proxy may forward nothing.
 */
class VerdictOfProxyIT {

    private static final RunningServer SERVER = RunningServer.demonstration();
    private static final String TOO_LARGE = "cps-64k";

    static Stream<Arguments> verdicts() throws IOException {
        try (BufferedReader table = new BufferedReader(new InputStreamReader(
                VerdictOfProxyIT.class.getResourceAsStream("/igc/verdicts.tsv"), StandardCharsets.UTF_8))) {
            List<String> lines = table.lines().toList();
            return lines.stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(row -> Arguments.of(row[0], row[1]));
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("verdicts")
    void isThatOfTheCard(String card, String verdict) throws Exception {
        try (CardAttempt attempt = CardAttempt.begin(SERVER)) {
            if (card.equals(TOO_LARGE)) {
                assertThat(attempt.refusedAsItStands(DemonstrationFiles.card(card)))
                        .isTrue();
                return;
            }
            Answer answer = attempt.forward(DemonstrationFiles.card(card));
            if (verdict.equals("ACCEPTED")) {
                assertThat(answer.body()).contains("\"ticket\"");
            } else {
                assertThat(answer.body()).isEqualTo("{\"refusal\":\"" + verdict + "\"}");
                assertThat(attempt.refusalPage())
                        .as("the page of the refusal, with its support code")
                        .containsPattern("[0-9A-Z]{4}-[0-9A-Z]{4}");
            }
        }
    }

    @Test
    void isRefusedToWhoeverIsNoDeclaredProxy() throws Exception {
        try (CardAttempt attempt = CardAttempt.begin(SERVER)) {
            Answer answer = attempt.forge(DemonstrationFiles.card("cps-medecin-auth"));

            assertThat(answer.status()).isEqualTo(400);
        }
    }
}
