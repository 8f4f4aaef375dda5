package fr.sisamu.portail.otp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressesTest {

    @Test
    void readsAnAddressAndWritesItsHostSmall() {
        assertThat(MailAddresses.read(" Lea.Arm@CHU.Example ")).contains("Lea.Arm@chu.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "lea",
                "lea@chu",
                "lea@@chu.fr",
                "lea@chu.fr\r\nBcc: x@y.fr",
                "lea@chu.fr,x@y.fr",
                "\"lea arm\"@chu.fr",
                "léa@chu.fr",
                "lea.@chu.fr"
            })
    void refusesWhatIsNone(String typed) {
        assertThat(MailAddresses.read(typed)).isEmpty();
    }

    @Test
    void isBounded() {
        assertThat(MailAddresses.read("a".repeat(250) + "@b.fr")).isEmpty();
    }
}
