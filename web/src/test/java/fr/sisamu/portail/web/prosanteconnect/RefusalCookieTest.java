package fr.sisamu.portail.web.prosanteconnect;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.prosanteconnect.PscRefusal;
import org.junit.jupiter.api.Test;

class RefusalCookieTest {

    @Test
    void bringsReasonAndSupportCodeToThePage() {
        assertThat(RefusalCookie.of("NO_ACCOUNT.K7F3-9QXM"))
                .contains(new RefusalCookie(PscRefusal.NO_ACCOUNT, new SupportCode("K7F3-9QXM")));
    }

    @Test
    void explainsNoReasonThatThePortalDoesNotKnow() {
        assertThat(RefusalCookie.of("CALL_ME.K7F3-9QXM")).isEmpty();
        assertThat(RefusalCookie.of("K7F3-9QXM")).isEmpty();
        assertThat(RefusalCookie.of("")).isEmpty();
    }
}
