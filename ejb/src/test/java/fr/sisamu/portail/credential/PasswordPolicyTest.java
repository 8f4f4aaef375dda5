package fr.sisamu.portail.credential;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.account.Account;
import fr.sisamu.portail.account.AccountId;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordPolicyTest {

    private static final Account PERSON =
            new Account(new AccountId(1), "helene.cote-factice", "Hélène", "Côté-Factice", false, true);

    private static final PasswordPolicy POLICY = new PasswordPolicy();

    @BeforeAll
    static void learn() {
        POLICY.learn();
    }

    @ParameterizedTest
    @CsvSource({
        "court, TOO_SHORT",
        "Hélène-aime-la-mer-1980, CONTAINS_NAME",
        "helene-aime-la-mer-1980, CONTAINS_NAME",
        "vive-le-SI-SAMU-de-Melun, CONTAINS_NAME",
        "passwordpassword, TOO_EASY",
        "123456789012, TOO_EASY",
        "azertyuiopqsdf, TOO_EASY",
    })
    void refusesWhatAGuesserTriesFirst(String password, PasswordRefusal refusal) {
        assertThat(POLICY.judge(password, PERSON, Locale.FRENCH).refusal()).contains(refusal);
    }

    @Test
    void takesALongPhraseWithoutAskingForDigitsOrSigns() {
        assertThat(POLICY.judge("quatre chevaux mangent la lune", PERSON, Locale.FRENCH)
                        .refusal())
                .isEmpty();
    }

    @Test
    void countsCharactersAndNotBytes() {
        assertThat(POLICY.judge("🐎🐎🐎🐎🐎🐎", PERSON, Locale.FRENCH).refusal())
                .contains(PasswordRefusal.TOO_SHORT);
    }

    @Test
    void isBounded() {
        assertThat(POLICY.judge("aé".repeat(5_000), PERSON, Locale.FRENCH).refusal())
                .contains(PasswordRefusal.TOO_LONG);
    }

    @Test
    void speaksTheLanguageOfThePerson() {
        assertThat(POLICY.judge("passwordpassword", PERSON, Locale.FRENCH).advice())
                .isNotEqualTo(
                        POLICY.judge("passwordpassword", PERSON, Locale.ENGLISH).advice())
                .isNotEmpty();
    }
}
