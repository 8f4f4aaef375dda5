package fr.sisamu.portail.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {

    private final LineErrors errors = new LineErrors();

    private Cells cells(Column column, String value) {
        Map<Column, Integer> header = new EnumMap<>(Map.of(column, 0));
        return new Cells(FileKind.ACCOUNTS, new Line(7, List.of(value), header), errors);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-12-01T00:00:00Z", "01/12/2026 00:00", "2026-12-01", "2026-12-01 00:00:00.000"})
    void readsADayAsProgramsWriteIt(String text) {
        assertThat(cells(Column.FROM, text).day(Column.FROM)).contains(LocalDate.of(2026, 12, 1));
        assertThat(errors.count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/12/9999", "9999-12-31", "9999-12-31T00:00:00Z"})
    void takesTheLastDayOfAllForNoEnd(String text) {
        assertThat(cells(Column.UNTIL, text).lastDay(Column.UNTIL)).isEmpty();
        assertThat(errors.count()).isZero();
        assertThat(cells(Column.FROM, text).day(Column.FROM)).isEmpty();
        refused(LineReason.BAD_DATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"929999999", "219999999"})
    void refusesANumberThatHasLostItsZero(String text) {
        assertThat(cells(Column.IDENTIFIERS, text).identifiers(Column.IDENTIFIERS))
                .isEmpty();
        refused(LineReason.LOST_ZERO);
    }

    private void refused(LineReason reason) {
        assertThat(errors.shown()).extracting(LineError::reason).containsExactly(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "'', MISSING_VALUE",
        "'   ', MISSING_VALUE",
        "'Ev\u0430', LOOK_ALIKE",
        "'Οlga', LOOK_ALIKE",
        "'a\u200Bb', CONTROL_CHARACTER",
        "'a\u202Eb', CONTROL_CHARACTER",
        "'a\tb', CONTROL_CHARACTER",
        "'a\u0000b', CONTROL_CHARACTER",
        "'<b>x', MARKUP",
        "'x &lt;b', MARKUP",
        "'x &#60;b', MARKUP",
        "'=1+1', FORMULA",
        "'+33', FORMULA",
        "'@SUM', FORMULA",
        "'-2', FORMULA",
        "'ThÃ©rÃ¨se', BROKEN_ENCODING",
        "'4x4', BAD_NAME",
        "'Zoé; drop', BAD_NAME",
    })
    void refusesANameWith(String name, LineReason reason) {
        cells(Column.GIVEN_NAME, name).personName(Column.GIVEN_NAME);

        refused(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hélène",
                "Jean-Pierre",
                "D’Factice",
                "O'Neill",
                "Łukasz",
                "Nguyễn",
                "Anne Marie",
                "Saint-Exupéry (de)"
            })
    void bearsTheNamesPeopleHave(String name) {
        String read = cells(Column.FAMILY_NAME, " " + name.replace(" (de)", "") + "\u00A0")
                .personName(Column.FAMILY_NAME);

        assertThat(errors.shown()).isEmpty();
        assertThat(read).isEqualTo(name.replace(" (de)", ""));
    }

    @Test
    void composesAccentsSoThatOneNameIsOneText() {
        assertThat(cells(Column.GIVEN_NAME, "Le\u0301a").personName(Column.GIVEN_NAME))
                .isEqualTo("Léa");
    }

    @Test
    void refusesATextTooLongForItsColumn() {
        cells(Column.FUNCTION, "a".repeat(101)).text(Column.FUNCTION, 100);

        refused(LineReason.VALUE_TOO_LONG);
        assertThat(errors.shown().get(0).detail()).hasSize(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.99999E+11", "899999000014", "810003456789x", "0", "8９9999000013"})
    void refusesWhatIsNoNationalIdentifier(String written) {
        assertThat(cells(Column.IDENTIFIERS, written).identifiers(Column.IDENTIFIERS))
                .isEmpty();

        refused(LineReason.BAD_IDENTIFIER);
    }

    @Test
    void readsEachOfSeveralIdentifiersOnce() {
        assertThat(cells(Column.IDENTIFIERS, "899999000013 | 3999990005/ARM0001|899999000013|")
                        .identifiers(Column.IDENTIFIERS))
                .containsExactly("899999000013", "3999990005/ARM0001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/02/2026", "2026-13-01", "1/2/2026", "demain", "01/01/9999", "45000"})
    void refusesWhatIsNoDay(String written) {
        assertThat(cells(Column.FROM, written).day(Column.FROM)).isEmpty();

        refused(LineReason.BAD_DATE);
    }

    @Test
    void readsFrenchAndIsoDays() {
        assertThat(cells(Column.FROM, "28/02/2026").day(Column.FROM))
                .isEqualTo(cells(Column.FROM, "2026-02-28").day(Column.FROM))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({"Oui, true", "NON, false", "0, false", "Vrai, true"})
    void readsAnswers(String written, boolean meant) {
        assertThat(cells(Column.ACTIVE, written).answer(Column.ACTIVE)).contains(meant);
    }

    @Test
    void refusesOtherAnswersStatusesCodesNumbersAndDurations() {
        cells(Column.ACTIVE, "peut-être").answer(Column.ACTIVE);
        cells(Column.STATUS, "suspendu").status(Column.STATUS);
        cells(Column.UNIT_CODE, "fr770").unitCode(Column.UNIT_CODE);
        cells(Column.NUMBER, "41O1").phoneNumber(Column.NUMBER);
        cells(Column.UNIT_IDLE, "4").idleSeconds(Column.UNIT_IDLE);
        cells(Column.LOGIN, "а.b").login(Column.LOGIN);

        assertThat(errors.shown())
                .extracting(LineError::reason)
                .containsExactly(
                        LineReason.BAD_CHOICE,
                        LineReason.BAD_CHOICE,
                        LineReason.BAD_CODE,
                        LineReason.BAD_NUMBER,
                        LineReason.BAD_DURATION,
                        LineReason.BAD_LOGIN);
    }

    @Test
    void showsWhatHidesByItsNumber() {
        cells(Column.GIVEN_NAME, "a\u202Eb").personName(Column.GIVEN_NAME);

        assertThat(errors.shown())
                .isEqualTo(List.of(new LineError(
                        FileKind.ACCOUNTS, 7, Optional.of("prenom"), LineReason.CONTROL_CHARACTER, "a\\u202Eb")));
    }
}
