package fr.sisamu.portail.liberty.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.RunningServer;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What strangers and clumsy fingers get from the forms of the way by code. */
class OtpRefusalIT {

    private static final RunningServer SERVER = RunningServer.demonstration();

    @Test
    void saysTheSameOfAnAccountThatExistsAndOfOneThatDoesNot() throws IOException {
        try (OtpJourney stranger = new OtpJourney(SERVER)) {
            String nobody = refusal(stranger.claim("per.sonne", "not a password"));
            String somebody = refusal(stranger.claim("malik.factice", "not a password"));
            assertThat(somebody).isEqualTo(nobody).contains("Identifiant ou mot de passe incorrect");
        }
    }

    @Test
    void bearsEmptyAndEnormousFields() throws IOException {
        try (OtpJourney stranger = new OtpJourney(SERVER)) {
            assertThat(refusal(stranger.claim("", ""))).contains("incorrect");
            assertThat(stranger.claim("a".repeat(10_000), "b".repeat(10_000)).status())
                    .isLessThan(500);
            assertThat(stranger.claim("\u0000\r\nlog: forged", "x").status()).isLessThan(500);
        }
    }

    @Test
    void leadsWhoeverAwaitsNoCodeBackToTheBeginning() throws IOException {
        try (OtpJourney stranger = new OtpJourney(SERVER)) {
            assertThat(stranger.get("/otp-code.xhtml").header("Location")).contains("/otp.xhtml");
        }
    }

    @Test
    void judgesNoPasswordOfAStranger() throws IOException {
        try (CardClient stranger = CardClient.withoutCard()) {
            assertThat(stranger.post(SERVER.portal("/password/strength"), SERVER.origin(), Map.of("password", "x"))
                            .status())
                    .isEqualTo(403);
        }
    }

    private static String refusal(Answer answer) {
        int at = answer.body().indexOf("id=\"refusal\"");
        assertThat(at).as(answer.toString()).isPositive();
        return answer.body().substring(at, answer.body().indexOf("</p>", at));
    }
}
