package fr.sisamu.portail.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

    @Test
    void isFrenchForABrowserThatWishesNothing() {
        assertThat(Language.of(Optional.empty(), List.of())).isEqualTo(Locale.FRENCH);
    }

    @Test
    void isTheFirstWishThatThePortalSpeaks() {
        assertThat(Language.of(Optional.empty(), List.of(Locale.GERMANY, Locale.UK, Locale.FRANCE)))
                .isEqualTo(Locale.ENGLISH);
    }

    @Test
    void isFrenchWhenThePortalSpeaksNoneOfTheWishes() {
        assertThat(Language.of(Optional.empty(), List.of(Locale.GERMANY))).isEqualTo(Locale.FRENCH);
    }

    @Test
    void isTheChoiceKeptOnThisPostBeforeAnyWish() {
        assertThat(Language.of(Optional.of("en"), List.of(Locale.FRANCE))).isEqualTo(Locale.ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login.xhtml",
                "/phone.xhtml?change=1",
                "/card-refused.xhtml?notice=CONNECTION_CUT&code=K7QX-3M9T"
            })
    void comesBackToThePageOfTheChoice(String page) {
        assertThat(LanguageServlet.pageOf(page)).isEqualTo(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example/login.xhtml",
                "/a.xhtml\r\nX: y",
                "/a.xhtml?next=//evil",
                ""
            })
    void neverLeadsElsewhere(String page) {
        assertThat(LanguageServlet.pageOf(page)).isEqualTo("/next");
    }
}
