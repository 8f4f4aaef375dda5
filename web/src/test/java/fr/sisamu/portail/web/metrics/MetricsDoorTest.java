package fr.sisamu.portail.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.web.metrics.MetricsDoor.Answer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsDoorTest {

    static final String TOKEN = "0123456789abcdef0123456789abcdef";

    static Answer answer(Optional<String> set, Optional<String> authorization) {
        return new MetricsDoor(set).judge(authorization);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "bearer ", "BEARER ", "Bearer   "})
    void opensToTheTokenWhateverTheCaseOfItsSchemeAndTheBlanks(String scheme) {
        assertThat(answer(Optional.of(TOKEN), Optional.of(scheme + TOKEN))).isEqualTo(Answer.OPEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer 0123456789abcdef0123456789abcdeF",
                "Bearer 0123456789abcdef0123456789abcdef ",
                "Bearer 0123456789abcdef0123456789abcde",
                "Basic 0123456789abcdef0123456789abcdef",
                "0123456789abcdef0123456789abcdef"
            })
    void refusesWhateverIsNotTheToken(String authorization) {
        assertThat(answer(Optional.of(TOKEN), Optional.of(authorization))).isEqualTo(Answer.REFUSED);
    }

    @Test
    void refusesWhoeverBringsNone() {
        assertThat(answer(Optional.of(TOKEN), Optional.empty())).isEqualTo(Answer.REFUSED);
    }

    @Test
    void isClosedWithoutAToken() {
        assertThat(answer(Optional.empty(), Optional.of("Bearer "))).isEqualTo(Answer.CLOSED);
        assertThat(answer(Optional.empty(), Optional.empty())).isEqualTo(Answer.CLOSED);
    }

    @Test
    void doesNotOpenToATokenThatCouldBeGuessed() {
        assertThat(answer(Optional.of("secret"), Optional.of("Bearer secret"))).isEqualTo(Answer.CLOSED);
    }
}
