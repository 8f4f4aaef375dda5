package fr.sisamu.portail.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.card.CardRefusal;
import fr.sisamu.portail.otp.CodeCheck;
import fr.sisamu.portail.otp.CodeJudged;
import fr.sisamu.portail.otp.LoginStart;
import fr.sisamu.portail.otp.Purpose;
import fr.sisamu.portail.prosanteconnect.PscRefusal;
import fr.sisamu.portail.session.LoginMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LoginAttemptsTest {

    static final String SERIES = "portail_login_attempts_total";

    final LoginAttempts attempts = new LoginAttempts();
    final Shown shown = new Shown(attempts);

    double count(String method, String outcome) {
        return shown.value(SERIES + "{method=\"" + method + "\",outcome=\"" + outcome + "\"}");
    }

    double total() {
        return shown.lines(SERIES + "{").stream()
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @ParameterizedTest
    @EnumSource
    void countsAnOpenedSessionByItsMethod(LoginMethod method) {
        assertThat(count(method.name(), "OPENED")).isZero();

        attempts.traced(Trace.of(TraceKind.LOGIN, method.name()));

        assertThat(count(method.name(), "OPENED")).isOne();
        assertThat(total()).isOne();
    }

    @ParameterizedTest
    @EnumSource
    void countsEachRefusalOfACard(CardRefusal refusal) {
        attempts.traced(Trace.of(TraceKind.CARD_JUDGED, refusal.name()));

        assertThat(count("CARD", refusal.name())).isOne();
        assertThat(total()).isOne();
    }

    @ParameterizedTest
    @EnumSource
    void countsEachRefusalOfAPassword(LoginStart.Reason reason) {
        attempts.traced(Trace.of(TraceKind.LOGIN_REFUSED, reason.name()).detail("OTP, no such identifier"));

        assertThat(count("OTP", reason.name())).isOne();
    }

    @ParameterizedTest
    @EnumSource
    void countsEachRefusalOfProSanteConnect(PscRefusal refusal) {
        attempts.traced(Trace.of(TraceKind.PRO_SANTE_CONNECT, refusal.name()));

        assertThat(count("PRO_SANTE_CONNECT", refusal.name())).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "STALE_ATTEMPT, CARD, not a nonce of this portal",
        "TICKET, CARD, too old",
        "CONNECTION_CUT, CARD, ''",
        "DELAYED, OTP, OTP",
        "DELAYED, BREAK_GLASS, BREAK_GLASS",
        "WRONG, BREAK_GLASS, BREAK_GLASS",
        "NOT_OPEN, BREAK_GLASS, 'BREAK_GLASS, no such identifier'"
    })
    void countsWhatIsRefusedBeforeAProofIsJudged(String reason, String method, String detail) {
        attempts.traced(Trace.of(TraceKind.LOGIN_REFUSED, reason).detail(detail));

        assertThat(count(method, reason)).isOne();
    }

    @Test
    void tellsAWrongCodeFromAWrongPassword() {
        attempts.judged(new CodeJudged(Purpose.LOGIN, CodeCheck.WRONG));

        assertThat(count("OTP", "CODE_WRONG")).isOne();
        assertThat(count("OTP", "WRONG")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void countsNoAnswerToACodeThatOpensNoSession(CodeCheck check) {
        attempts.judged(new CodeJudged(Purpose.CONFIRM_CHANNEL, check));
        attempts.judged(new CodeJudged(Purpose.RECOVER, check));

        assertThat(total()).isZero();
    }

    @Test
    void countsAGoodProofOnlyOnceItsSessionIsOpen() {
        attempts.traced(Trace.of(TraceKind.CARD_JUDGED, "ACCEPTED"));
        attempts.traced(Trace.of(TraceKind.PRO_SANTE_CONNECT, "ACCEPTED"));
        attempts.judged(new CodeJudged(Purpose.LOGIN, CodeCheck.RIGHT));
        attempts.traced(Trace.of(TraceKind.SESSION_ENDED, "LOGOUT"));

        assertThat(total()).isZero();
    }

    @Test
    void makesNoLabelOfWhatItDoesNotKnow() {
        int series = shown.lines(SERIES + "{").size();

        for (int i = 0; i < 1000; i++) {
            attempts.traced(Trace.of(TraceKind.LOGIN_REFUSED, "REASON_" + i));
            attempts.traced(Trace.of(TraceKind.CARD_JUDGED, "REASON_" + i));
            attempts.traced(Trace.of(TraceKind.PRO_SANTE_CONNECT, "LOGOUT_" + i));
            attempts.traced(Trace.of(TraceKind.LOGIN, "METHOD_" + i));
        }

        assertThat(shown.lines(SERIES + "{")).hasSize(series);
        assertThat(count("CARD", "OTHER")).isEqualTo(1000);
    }
}
