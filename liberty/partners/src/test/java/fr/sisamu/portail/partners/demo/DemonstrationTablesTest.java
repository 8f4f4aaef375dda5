package fr.sisamu.portail.partners.demo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.partners.igc.FakeIgc;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables tell one story: of units, agents, profiles and phones, and of the cards in their hands. */
class DemonstrationTablesTest {

    private static final Map<String, String> STATUS_OF_IDENTIFIER =
            Table.rows("accounts.tsv").stream().collect(Collectors.toMap(row -> row[4], row -> row[3]));

    @Test
    void shapesUnitsLikeCallCentres() {
        assertThat(Table.rows("units.tsv")).hasSize(3).allSatisfy(row -> {
            assertThat(row[0]).matches("FR[0-9][0-9AB]{2}");
            assertThat(row[1]).contains("FACTICE");
        });
    }

    @Test
    void givesEveryProfileAndPhoneAKnownUnitAndEveryProfileAnAgent() {
        List<String> units = column("units.tsv", 0);

        assertThat(column("phones.tsv", 0)).isSubsetOf(units);
        assertThat(column("profiles.tsv", 1)).isSubsetOf(units);
        assertThat(column("profiles.tsv", 0)).containsAll(column("accounts.tsv", 0));
        assertThat(column("accounts.tsv", 0))
                .containsAll(column("profiles.tsv", 0))
                .doesNotHaveDuplicates();
    }

    @Test
    void givesEachPhoneANumberOfItsOwnInItsUnit() {
        assertThat(Table.rows("phones.tsv").stream().map(row -> row[0] + "/" + row[1]))
                .hasSize(36)
                .doesNotHaveDuplicates();
    }

    @Test
    void keysEveryRpps() {
        assertThat(STATUS_OF_IDENTIFIER.keySet())
                .filteredOn(identifier -> identifier.startsWith("8"))
                .hasSizeGreaterThanOrEqualTo(5)
                .allMatch(identifier -> luhn(identifier.substring(1)));
    }

    @Test
    void opensAnAccountForEveryCardThatShallEnterAndForNoOther() throws IOException {
        for (String[] verdict : verdicts()) {
            String expected = switch (verdict[1]) {
                case "ACCEPTED" -> "ACTIVE";
                case "ACCOUNT_CLOSED" -> "CLOSED";
                case "NO_ACCOUNT" -> null;
                default -> STATUS_OF_IDENTIFIER.get(verdict[2]);
            };
            assertThat(STATUS_OF_IDENTIFIER.get(verdict[2])).as(verdict[0]).isEqualTo(expected);
        }
    }

    @Test
    void showsTheCasesOfTheProfilePage() {
        Map<String, List<String[]>> profiles =
                Table.rows("profiles.tsv").stream().collect(Collectors.groupingBy(row -> row[0]));

        assertThat(profiles.get("lea.arm")).hasSize(1);
        assertThat(profiles.get("camille.factice"))
                .hasSize(3)
                .extracting(row -> row[1])
                .contains("FR770", "FR2A0");
        assertThat(profiles.get("jade.arm")).singleElement().matches(row -> Long.parseLong(row[5]) < 0, "expired");
        assertThat(profiles.get("francois.d-factice"))
                .singleElement()
                .matches(row -> Long.parseLong(row[4]) > 0, "not begun");
    }

    private static List<String> column(String file, int column) {
        return Table.rows(file).stream().map(row -> row[column]).toList();
    }

    private static List<String[]> verdicts() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                FakeIgc.class.getResourceAsStream("/igc/verdicts.tsv"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        }
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(digits.length() - 1 - i), 10);
            int doubled = i % 2 == 0 ? digit : 2 * digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return digits.length() == 11 && sum % 10 == 0;
    }
}
