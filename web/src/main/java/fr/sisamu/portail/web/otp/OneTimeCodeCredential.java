package fr.sisamu.portail.web.otp;

import fr.sisamu.portail.otp.CodeCheck;
import fr.sisamu.portail.otp.OtpLoginService.Answered;
import jakarta.security.enterprise.credential.Credential;
import java.util.Optional;

/** The proof of the second step: the browser's secret and the code as typed. Keeps what the identity store said of it. */
final class OneTimeCodeCredential implements Credential {

    private final String browserSecret;
    private final String typed;
    private Answered answered = new Answered(CodeCheck.NOTHING_AWAITED, Optional.empty());

    OneTimeCodeCredential(String browserSecret, String typed) {
        this.browserSecret = browserSecret;
        this.typed = typed;
    }

    String browserSecret() {
        return browserSecret;
    }

    String typed() {
        return typed;
    }

    Answered answered() {
        return answered;
    }

    void answer(Answered answer) {
        answered = answer;
    }
}
