package fr.sisamu.portail.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class Argon2Test {

    private final Argon2 argon2 = new Argon2(64, 1, 1);

    @Test
    void verifiesItsOwnHashesAndNoOther() {
        String hash = argon2.hash("quatre chevaux");
        assertThat(argon2.verify("quatre chevaux", hash)).isTrue();
        assertThat(argon2.verify("quatre cheveux", hash)).isFalse();
    }

    @Test
    void saltsEveryHash() {
        assertThat(argon2.hash("quatre chevaux")).isNotEqualTo(argon2.hash("quatre chevaux"));
    }

    @Test
    void takesAnAccentWrittenInEitherWay() {
        assertThat(argon2.verify("cle\u0301", argon2.hash("clé"))).isTrue();
    }

    @Test
    void knowsAHashMadeWithOtherParameters() {
        String hash = argon2.hash("quatre chevaux");
        assertThat(argon2.isOutdated(hash)).isFalse();
        assertThat(new Argon2(128, 1, 1).isOutdated(hash)).isTrue();
        assertThat(new Argon2(64, 2, 1).isOutdated(hash)).isTrue();
    }

    @Test
    void verifiesAHashMadeWithOtherParameters() {
        assertThat(new Argon2(128, 2, 2).verify("quatre chevaux", argon2.hash("quatre chevaux")))
                .isTrue();
    }

    @Test
    void keepsHashesApartThatRunAtOnceOnMemoryUsedBefore() {
        String hash = argon2.hash("quatre chevaux");
        List<String> passwords = IntStream.range(0, 200)
                .mapToObj(i -> i % 2 == 0 ? "quatre chevaux" : "autre mot " + i)
                .toList();
        List<Boolean> answers = passwords.parallelStream()
                .map(password -> argon2.verify(password, hash))
                .toList();
        assertThat(answers)
                .isEqualTo(passwords.stream().map("quatre chevaux"::equals).toList());
    }

    @Test
    void refusesWhatIsNoHash() {
        assertThatThrownBy(() -> argon2.verify("x", "$2y$10$abc")).isInstanceOf(IllegalStateException.class);
    }
}
