package fr.sisamu.portail.partners.cti;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeskPhonesTest {

    private static final String PHONE = "FR770/4101";

    private final DeskPhones phones = new DeskPhones();

    @Test
    void isFreeUntilSomebodyLogsIn() {
        assertThat(phones.state(PHONE)).isEqualTo("FREE");
        phones.logIn(PHONE);
        assertThat(phones.state(PHONE)).isEqualTo("LOGGED_IN");
        phones.logOut(PHONE);
        assertThat(phones.state(PHONE)).isEqualTo("FREE");
    }

    @Test
    void letsACallGoOnWhenAnotherAgentLogsIn() {
        phones.call(PHONE, true);
        phones.logIn(PHONE);

        assertThat(phones.state(PHONE)).isEqualTo("ON_CALL");
        phones.call(PHONE, false);
        assertThat(phones.state(PHONE)).isEqualTo("LOGGED_IN");
    }

    @Test
    void isFreeAgainAfterACallWithoutAgent() {
        phones.call(PHONE, true);
        phones.call(PHONE, false);

        assertThat(phones.state(PHONE)).isEqualTo("FREE");
    }
}
