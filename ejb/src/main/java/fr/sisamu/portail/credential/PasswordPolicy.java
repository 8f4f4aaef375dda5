package fr.sisamu.portail.credential;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.StandardKeyboards;
import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.ZxcvbnBuilder;
import com.nulabinc.zxcvbn.matchers.SlantedKeyboardLoader;
import fr.sisamu.portail.account.Account;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Judges a new password: twelve characters or more, no rule of composition, and a check of how early a guesser would find
 * it (zxcvbn) that knows the person's names and the service. CNIL, délibération 2022-100; SP 800-63B-4 §3.1.1.2.
 */
@ApplicationScoped
public class PasswordPolicy {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;
    private static final int WEAKEST_SCORE = 3;

    /** zxcvbn takes time that grows with the square of the length, and this much is judged well enough. */
    private static final int JUDGED = 64;

    private static final List<String> SERVICE = List.of("si-samu", "sisamu", "samu", "portail", "regulation", "crra");

    private Zxcvbn zxcvbn;

    /**
     * Loads the library's guesser, who also knows the keyboard of this country: 14 MB of dictionaries, for which whoever
     * comes in by card need not pay. Not in a constructor, which the container runs for its proxy too.
     */
    @PostConstruct
    void learn() {
        try {
            zxcvbn = new ZxcvbnBuilder()
                    .dictionaries(StandardDictionaries.loadAllDictionaries())
                    .keyboards(StandardKeyboards.loadAllKeyboards())
                    .keyboard(new SlantedKeyboardLoader(
                                    "azerty", () -> PasswordPolicy.class.getResourceAsStream("azerty.txt"))
                            .load())
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException("no dictionaries for passwords", e);
        }
    }

    /** Judges a password for this person; hints in this language. */
    public PasswordStrength judge(String password, Account person, Locale language) {
        int length = password.codePointCount(0, password.length());
        if (length > LONGEST) {
            return new PasswordStrength(0, Optional.of(PasswordRefusal.TOO_LONG), "");
        }
        Strength strength = zxcvbn.measure(
                length > JUDGED ? password.substring(0, password.offsetByCodePoints(0, JUDGED)) : password,
                Stream.concat(namesOf(person), SERVICE.stream()).toList());
        String advice = strength.getFeedback().getWarning(language);
        return new PasswordStrength(
                strength.getScore(), refusal(password, length, person, strength.getScore()), advice);
    }

    private static Optional<PasswordRefusal> refusal(String password, int length, Account person, int score) {
        if (length < SHORTEST) {
            return Optional.of(PasswordRefusal.TOO_SHORT);
        }
        String plain = plain(password);
        if (namesOf(person).anyMatch(plain::contains) || plain.contains("sisamu") || plain.contains("si-samu")) {
            return Optional.of(PasswordRefusal.CONTAINS_NAME);
        }
        return score < WEAKEST_SCORE ? Optional.of(PasswordRefusal.TOO_EASY) : Optional.empty();
    }

    /** The parts of the names that say something; an « O » of O’Factice stands in every password. */
    private static Stream<String> namesOf(Account person) {
        return Stream.of(person.givenName(), person.familyName(), person.loginName())
                .map(PasswordPolicy::plain)
                .flatMap(name -> Stream.concat(Stream.of(name), Arrays.stream(name.split("[^a-z0-9]+", -1))))
                .filter(part -> part.length() >= 4)
                .distinct();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
