package fr.sisamu.portail.card;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdNatTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00B6087510",
                "3999990005/ARM0042",
                "32A9990005/1",
                "4999990005/12",
                "599999000500012/CPAT0001",
                "899999000013",
                "9A0012345",
                "3760021832/000000018"
            })
    void readsEachKnownShapeLetterByLetter(String text) {
        assertThat(IdNat.parse(text).orElseThrow().value()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "8",
                "899999000014",
                "89999900001",
                "8999990000130",
                "00b6087510",
                "3999990005",
                "3999990005/",
                "3999990005/ARM 42",
                "799999000013",
                "camille.factice",
                "localhost",
                " 899999000013",
                "899999000013\n",
                "८99999000013",
                "599999000500012/ABCDEFGHIJKLMNOPQ"
            })
    void refusesWhatIsNone(String text) {
        assertThat(IdNat.parse(text)).isEmpty();
    }
}
