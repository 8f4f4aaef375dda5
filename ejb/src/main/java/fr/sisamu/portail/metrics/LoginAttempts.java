package fr.sisamu.portail.metrics;

import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.card.CardRefusal;
import fr.sisamu.portail.otp.CodeCheck;
import fr.sisamu.portail.otp.CodeJudged;
import fr.sisamu.portail.otp.LoginStart;
import fr.sisamu.portail.otp.Purpose;
import fr.sisamu.portail.prosanteconnect.PscRefusal;
import fr.sisamu.portail.session.LoginMethod;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.Collector;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How logins end: a session opened, or refused and why. The reasons are those of the trace, and nothing else becomes a
 * label. Each stands there from the start, at zero, so that a rate sees the first one.
 */
@ApplicationScoped
class LoginAttempts implements Measure {

    static final String OPENED = "OPENED";

    /** What nobody has told this class of. */
    static final String OTHER = "OTHER";

    private static final Set<String> METHODS = names(LoginMethod.values()).collect(Collectors.toUnmodifiableSet());

    private static final Set<String> OF_CARDS = Stream.concat(
                    names(CardRefusal.values()), Stream.of("STALE_ATTEMPT", "TICKET", "CONNECTION_CUT"))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> OF_PASSWORDS = Stream.concat(
                    names(LoginStart.Reason.values()), Stream.of("DELAYED"))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> OF_CODES = Arrays.stream(CodeCheck.values())
            .filter(check -> check != CodeCheck.RIGHT && check != CodeCheck.MALFORMED)
            .map(LoginAttempts::ofCode)
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> OF_THE_PROVIDER =
            names(PscRefusal.values()).collect(Collectors.toUnmodifiableSet());

    private static final Map<LoginMethod, List<Set<String>>> REFUSALS = Map.of(
            LoginMethod.CARD, List.of(OF_CARDS),
            LoginMethod.OTP, List.of(OF_PASSWORDS, OF_CODES),
            LoginMethod.PRO_SANTE_CONNECT, List.of(OF_THE_PROVIDER));

    private final Counter attempts = Counter.builder()
            .name("portail_login_attempts_total")
            .help("Logins by method and outcome: OPENED, or why they were refused in the words of the trace.")
            .labelNames("method", "outcome")
            .build();

    LoginAttempts() {
        for (LoginMethod method : LoginMethod.values()) {
            attempts.initLabelValues(method.name(), OPENED);
            REFUSALS.getOrDefault(method, List.of())
                    .forEach(reasons -> reasons.forEach(reason -> attempts.initLabelValues(method.name(), reason)));
        }
        attempts.initLabelValues(OTHER, OTHER);
    }

    @Override
    public List<Collector> collectors() {
        return List.of(attempts);
    }

    void traced(@Observes Trace trace) {
        String outcome = trace.outcome();
        switch (trace.kind()) {
            case LOGIN -> opened(outcome);
            case CARD_JUDGED -> countIf(OF_CARDS.contains(outcome), LoginMethod.CARD, outcome);
            case PRO_SANTE_CONNECT ->
                countIf(OF_THE_PROVIDER.contains(outcome), LoginMethod.PRO_SANTE_CONNECT, outcome);
            case LOGIN_REFUSED -> refused(outcome);
            default -> {}
        }
    }

    void judged(@Observes CodeJudged event) {
        String outcome = ofCode(event.check());
        countIf(event.purpose() == Purpose.LOGIN && OF_CODES.contains(outcome), LoginMethod.OTP, outcome);
    }

    private void opened(String method) {
        if (METHODS.contains(method)) {
            count(method, OPENED);
        } else {
            count(OTHER, OTHER);
        }
    }

    private void refused(String reason) {
        if (OF_PASSWORDS.contains(reason)) {
            count(LoginMethod.OTP.name(), reason);
        } else if (OF_CARDS.contains(reason)) {
            count(LoginMethod.CARD.name(), reason);
        } else {
            count(OTHER, OTHER);
        }
    }

    private void countIf(boolean known, LoginMethod method, String outcome) {
        if (known) {
            count(method.name(), outcome);
        }
    }

    private void count(String method, String outcome) {
        attempts.labelValues(method, outcome).inc();
    }

    /** A wrong code is not a wrong password. */
    private static String ofCode(CodeCheck check) {
        return "CODE_" + check.name();
    }

    private static Stream<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name);
    }
}
