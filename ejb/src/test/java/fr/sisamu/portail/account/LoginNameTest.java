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

    @Test
    void proposesWhatThePersonWillType() {
        assertThat(LoginName.proposed("Jean-Pierre", "O’Factice").value()).isEqualTo("jean-pierre.o-factice");
        assertThat(LoginName.proposed("HÉLÈNE", "CÔTÉ FACTICE").value()).isEqualTo("helene.cote-factice");
        assertThat(LoginName.proposed("Łukasz", "Sørensen").value()).isEqualTo("lukasz.sorensen");
        assertThat(LoginName.proposed("Marie", "Martin").numbered(2).value()).isEqualTo("marie.martin2");
    }

    @Test
    void proposesSomethingForEveryName() {
        assertThat(LoginName.proposed("Иван", "Factice").value()).isEqualTo("factice");
        assertThat(LoginName.proposed("…", "李").value()).isEqualTo("agent");
        String longest = LoginName.proposed("a".repeat(100), "-b ".repeat(50))
                .numbered(99_999)
                .value();
        assertThat(LoginName.of(longest)).isPresent();
    }
}
