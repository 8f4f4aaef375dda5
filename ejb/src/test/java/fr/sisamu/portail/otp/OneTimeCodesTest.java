package fr.sisamu.portail.otp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneTimeCodesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"123456", " 123 456 ", "K123456", "k-123 456", "K : 123456", "１２３４５６", "123-456", "1 2 3 4 5 6"})
    void areReadAsPeopleCopyThem(String typed) {
        assertThat(OneTimeCodes.digits(typed)).contains("123456");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "1234567", "abcdef", "KK123456", "123456; drop", "123456 @host #123456"})
    void areNotReadIntoWhatIsNone(String typed) {
        assertThat(OneTimeCodes.digits(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {41, 10_000})
    void areBounded(int length) {
        assertThat(OneTimeCodes.digits("1".repeat(length))).isEmpty();
    }
}
