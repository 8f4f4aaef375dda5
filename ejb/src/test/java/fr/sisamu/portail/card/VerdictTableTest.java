package fr.sisamu.portail.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import fr.sisamu.portail.account.NationalIdentifier;
import fr.sisamu.portail.partners.igc.FakeIgc;
import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every card of the fake IGC-Santé before a portal with the right anchors, and before one with the usual wrong ones. */
class VerdictTableTest {

    private static CardService wellConfigured;
    private static CardService wholeChainTrusted;

    @BeforeAll
    static void openPortals() throws IOException {
        wellConfigured = cards(CardWorld.IGC.personnesAuthorities());
        wholeChainTrusted = cards(CardWorld.IGC.wholeChain());
    }

    private static CardService cards(List<X509Certificate> anchors) throws IOException {
        Portal portal = CardWorld.portal(TestDatabase.Kind.H2, anchors);
        for (String[] line : lines()) {
            if (line[1].equals("ACCEPTED")) {
                CardWorld.account(portal.rows(), line[2]);
            }
            if (line[1].equals("ACCOUNT_CLOSED")) {
                long closed = CardWorld.account(portal.rows(), line[2]);
                portal.rows().run("update account set status = 'CLOSED' where id = ?", closed);
            }
        }
        return portal.get(CardService.class);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("table")
    void judgesEachCardAsTheTableSays(String name, String verdict, String identifier) {
        for (CardService cards : List.of(wellConfigured, wholeChainTrusted)) {
            CardVerdict given = cards.judge(List.of(CardWorld.card(name)));

            assertThat(given.refusal().map(Enum::name).orElse("ACCEPTED"))
                    .as(given.detail())
                    .isEqualTo(verdict);
            assertThat(given.identifier().map(NationalIdentifier::value).orElse("-"))
                    .isEqualTo(identifier);
        }
    }

    @Test
    void coversEveryCardThereIs() throws IOException {
        assertThat(lines().stream().map(line -> line[0]))
                .containsExactlyInAnyOrderElementsOf(
                        CardWorld.IGC.cards().stream().map(card -> card.name()).toList());
    }

    static Stream<Arguments> table() throws IOException {
        return lines().stream().map(line -> arguments(line[0], line[1], line[2]));
    }

    private static List<String[]> lines() throws IOException {
        try (BufferedReader table = new BufferedReader(new InputStreamReader(
                FakeIgc.class.getResourceAsStream("/igc/verdicts.tsv"), StandardCharsets.UTF_8))) {
            return table.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .toList();
        }
    }
}
