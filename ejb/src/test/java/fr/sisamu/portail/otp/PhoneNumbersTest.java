package fr.sisamu.portail.otp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumbersTest {

    private static final Set<String> REGIONS = Set.of("FR", "RE", "GP", "GF", "MQ", "YT", "PM", "NC", "PF", "WF");

    @ParameterizedTest
    @CsvSource({
        "06 12 34 56 78, +33612345678",
        "07.80.12.34.56, +33780123456",
        "0033612345678, +33612345678",
        "+33 (0)6 12 34 56 78, +33612345678",
        "0692 12 34 56, +262692123456",
        "0690 12 34 56, +590690123456",
        "0694 12 34 56, +594694123456",
        "0696 12 34 56, +596696123456",
        "+689 87 12 34 56, +68987123456",
    })
    void readsMobilesFromFranceAndOverseas(String typed, String e164) {
        assertThat(PhoneNumbers.read(typed, REGIONS).address()).contains(e164);
    }

    @ParameterizedTest
    @CsvSource({
        "01 42 68 53 00, NOT_MOBILE",
        "09 70 00 00 00, NOT_MOBILE",
        "+44 7400 123456, FOREIGN_NUMBER",
        "+32 470 12 34 56, FOREIGN_NUMBER",
        "+1 201 555 0123, FOREIGN_NUMBER",
        "+230 5251 2345, FOREIGN_NUMBER",
        "+882 16 12345678, NOT_MOBILE",
        "12, NOT_A_NUMBER",
        "abc, NOT_A_NUMBER",
        "06 12 34 56 78 06 12 34 56 78 06 12 34, NOT_A_NUMBER",
        "'', NOT_A_NUMBER",
    })
    void refusesWhatNoCodeMayGoTo(String typed, ChannelRefusal refusal) {
        assertThat(PhoneNumbers.read(typed, REGIONS).refusal()).contains(refusal);
    }
}
