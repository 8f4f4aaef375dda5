package fr.sisamu.portail.web.card;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.audit.SupportCode;
import org.junit.jupiter.api.Test;

class CardRefusedPageTest {

    @Test
    void takesTheReasonOfABrokenCallFromTheAddress() {
        assertThat(CardRefusedPage.notice("CONNECTION_CUT")).contains(CardNotice.CONNECTION_CUT);
    }

    @Test
    void neverTakesTheReasonOfAJudgedCardFromTheAddress() {
        assertThat(CardRefusedPage.notice("REVOKED")).isEmpty();
    }

    @Test
    void showsASupportCode() {
        String code = SupportCode.random().value();

        assertThat(CardRefusedPage.supportCode(code)).isEqualTo(code);
    }

    @Test
    void showsNoOtherTextFromTheAddress() {
        assertThat(CardRefusedPage.supportCode("CALL 0899 000 000")).isNull();
        assertThat(CardRefusedPage.supportCode(null)).isNull();
    }
}
