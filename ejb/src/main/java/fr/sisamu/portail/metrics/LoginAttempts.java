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
import java.util.Optional;
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

    /** A refusal that nobody has told this class of. */
    static final String OTHER = "OTHER";

    private static final Map<LoginMethod, Set<String>> REFUSALS = Map.of(
            LoginMethod.CARD,
            together(Stream.of(names(CardRefusal.values()), Stream.of("STALE_ATTEMPT", "TICKET", "CONNECTION_CUT"))),
            LoginMethod.OTP,
            together(Stream.of(names(LoginStart.Reason.values()), Stream.of("DELAYED"), codes())),
            LoginMethod.PRO_SANTE_CONNECT,
            names(PscRefusal.values()).collect(Collectors.toUnmodifiableSet()),
            LoginMethod.BREAK_GLASS,
            Set.of("DELAYED", "NOT_OPEN", "WRONG"));

    private final Counter attempts = Counter.builder()
            .name("portail_login_attempts_total")
            .help("Logins by method and outcome: OPENED, or why they were refused in the words of the trace.")
            .labelNames("method", "outcome")
            .build();

    LoginAttempts() {
        for (LoginMethod method : LoginMethod.values()) {
            attempts.initLabelValues(method.name(), OPENED);
            attempts.initLabelValues(method.name(), OTHER);
            reasons(method).forEach(reason -> attempts.initLabelValues(method.name(), reason));
        }
    }

    private static Set<String> reasons(LoginMethod method) {
        return REFUSALS.getOrDefault(method, Set.of());
    }

    @Override
    public List<Collector> collectors() {
        return List.of(attempts);
    }

    void traced(@Observes Trace trace) {
        String outcome = trace.outcome();
        switch (trace.kind()) {
            case LOGIN -> named(outcome).ifPresent(method -> count(method, OPENED));
            case CARD_JUDGED -> countIfReason(LoginMethod.CARD, outcome);
            case PRO_SANTE_CONNECT -> countIfReason(LoginMethod.PRO_SANTE_CONNECT, outcome);
            case LOGIN_REFUSED -> refused(methodOf(trace), outcome);
            default -> {}
        }
    }

    void judged(@Observes CodeJudged event) {
        if (event.purpose() == Purpose.LOGIN) {
            countIfReason(LoginMethod.OTP, ofCode(event.check()));
        }
    }

    /** What is refused of a card needs no name in its row; the detail of any other begins with the method. */
    private static LoginMethod methodOf(Trace trace) {
        return named(trace.detail().split(",", 2)[0]).orElse(LoginMethod.CARD);
    }

    private static Optional<LoginMethod> named(String name) {
        return Arrays.stream(LoginMethod.values())
                .filter(method -> method.name().equals(name))
                .findFirst();
    }

    private void refused(LoginMethod method, String reason) {
        count(method, reasons(method).contains(reason) ? reason : OTHER);
    }

    /** These kinds of rows also tell of proofs that were good. */
    private void countIfReason(LoginMethod method, String outcome) {
        if (reasons(method).contains(outcome)) {
            count(method, outcome);
        }
    }

    private void count(LoginMethod method, String outcome) {
        attempts.labelValues(method.name(), outcome).inc();
    }

    /** A wrong code is not a wrong password. */
    private static String ofCode(CodeCheck check) {
        return "CODE_" + check.name();
    }

    private static Stream<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name);
    }

    private static Stream<String> codes() {
        return Arrays.stream(CodeCheck.values())
                .filter(check -> check != CodeCheck.RIGHT && check != CodeCheck.MALFORMED)
                .map(LoginAttempts::ofCode);
    }

    private static Set<String> together(Stream<Stream<String>> some) {
        return some.flatMap(each -> each).collect(Collectors.toUnmodifiableSet());
    }
}
