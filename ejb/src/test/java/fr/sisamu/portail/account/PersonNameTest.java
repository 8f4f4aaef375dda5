package fr.sisamu.portail.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {

    @Test
    void putsBlanksInOrder() {
        assertThat(PersonName.of("  Jean  Pierre\u00A0O’Factice ").orElseThrow().value())
                .isEqualTo("Jean Pierre O’Factice");
    }

    @Test
    void takesAHundredCharactersAndNotOneMore() {
        assertThat(PersonName.of("é".repeat(100))).isPresent();
        assertThat(PersonName.of("é".repeat(101))).isEmpty();
        assertThat(PersonName.of("a".repeat(1_000_000))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "42", "…", "Ma\u0000rie", "Marie\nMartin", "Ma\u200Brie", "\u202EeiraM", "A\uD800"})
    void refusesWhatNobodyIsCalled(String typed) {
        assertThat(PersonName.of(typed)).isEmpty();
    }
}
