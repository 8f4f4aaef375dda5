package fr.sisamu.portail.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginNameTest {

    @ParameterizedTest
    @CsvSource({
        "lea.arm, lea.arm",
        "Léa.Arm, lea.arm",
        "'  LEA.ARM ', lea.arm",
        "Hélène.Côté-Factice, helene.cote-factice",
        "Jean-Pierre.O’Factice, jean-pierre.o-factice",
        "jean-pierre.o'factice, jean-pierre.o-factice",
        "'jean pierre.o factice', jean-pierre.o-factice",
        "Zoé.Œuvrard, zoe.oeuvrard",
        "marie.martin2, marie.martin2",
    })
    void isReadAsPeopleTypeIt(String typed, String meant) {
        assertThat(LoginName.of(typed)).contains(new LoginName(meant));
    }

    @Test
    void readsCombiningAccentsLikeComposedOnes() {
        assertThat(LoginName.of("le\u0301a.arm")).contains(new LoginName("lea.arm"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", ".", "lea..arm", "lea.\narm", "lеa.arm", "lea.arm;drop", "lea@arm", "-lea", "léa.άrm"})
    void namesNobodyByOtherScriptsAndSigns(String typed) {
        assertThat(LoginName.of(typed)).isEmpty();
    }

    @Test
    void isBounded() {
        assertThat(LoginName.of("a".repeat(10_000))).isEmpty();
        assertThat(LoginName.of("a".repeat(65))).isEmpty();
        assertThat(LoginName.of("a".repeat(64))).isPresent();
    }
}
