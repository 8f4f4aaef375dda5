package fr.sisamu.portail.otp;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.message.ChannelKind;
import fr.sisamu.portail.testdb.TestDatabase.Kind;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ten thousand guesses over every path, all in one moment and spread over a day: no more of them are looked at than
 * docs/adr/0008 grants, and none is right.
 */
class GuessingTest {

    private static final int GUESSES = 10_000;

    static Stream<Arguments> aMomentAndADay() {
        Duration day = Duration.ofHours(24);
        return Stream.of(
                Arguments.of(Kind.H2, Duration.ZERO), Arguments.of(Kind.H2, day), Arguments.of(Kind.POSTGRESQL, day));
    }

    @ParameterizedTest
    @MethodSource("aMomentAndADay")
    void tenThousandGuessesGetNoMoreAnswersThanTheBudget(Kind kind, Duration over) {
        List<GuessedPath> paths = List.of(
                new GuessedPath.PasswordFromManyAddresses(agent(kind)),
                new GuessedPath.PasswordAtTheirOwnPost(agent(kind)),
                new GuessedPath.ManyAgentsFromOneAddress(agent(kind)),
                new GuessedPath.CodeOfTheLogin(agent(kind)),
                new GuessedPath.CodeOfAForgottenPassword(agent(kind)));

        for (int i = 0; i < GUESSES; i++) {
            paths.get(i % paths.size()).guess(i / paths.size());
            paths.forEach(path -> path.world.portal.clock().advance(over.dividedBy(GUESSES)));
        }

        for (GuessedPath path : paths) {
            assertThat(path.judged())
                    .as(path.getClass().getSimpleName())
                    .isPositive()
                    .isLessThanOrEqualTo(over.isZero() ? path.atOnce : path.inADay);
        }
    }

    private static OtpWorld agent(Kind kind) {
        return new OtpWorld(kind).withChannel(ChannelKind.SMS).withChannel(ChannelKind.MAIL);
    }
}
