package fr.sisamu.portail.card;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.secret.Secrets;
import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.Rows;
import fr.sisamu.portail.testdb.TestDatabase;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class PresentationServiceTest {

    static final String DOCTOR = "899999000013";
    static final String POST = "192.0.2.17";

    final Portal portal;
    final Rows rows;
    final PresentationService presentations;
    final long doctor;

    PresentationServiceTest(TestDatabase.Kind database) {
        portal = CardWorld.portal(database, CardWorld.IGC.personnesAuthorities());
        rows = portal.rows();
        presentations = portal.get(PresentationService.class);
        doctor = CardWorld.account(rows, DOCTOR);
    }

    Presentation show(CardAttempt attempt, String card) {
        return presentations.present(attempt.nonce(), List.of(CardWorld.card(card)), POST);
    }

    Presentation.Ticket ticket(CardAttempt attempt) {
        return (Presentation.Ticket) show(attempt, "cps-medecin-auth");
    }

    Optional<Presentation.Redeemed> redeem(Presentation.Ticket ticket, CardAttempt attempt) {
        return presentations.redeem(ticket.value(), attempt.browserSecret(), POST);
    }

    String traced(SupportCode code) {
        return portal.get(AuditTrail.class).find(code).toString();
    }

    @Test
    void letsTheDoctorInFromTheBrowserThatAsked() {
        CardAttempt attempt = presentations.begin();
        Presentation.Ticket ticket = ticket(attempt);

        Presentation.Redeemed redeemed = redeem(ticket, attempt).orElseThrow();

        assertThat(redeemed.account()).isEqualTo(new AccountId(doctor));
        assertThat(redeemed.supportCode()).isEqualTo(ticket.supportCode());
        assertThat(rows.one("select card_seen_at from account where id = ?", doctor))
                .isNotNull();
        assertThat(traced(ticket.supportCode()))
                .contains(TraceKind.CARD_JUDGED.name(), "ACCEPTED", DOCTOR, POST, "8025000001/");
    }

    @Test
    void writesNothingBeforeACardIsShown() {
        long before = rows.count("card_presentation", "true");

        presentations.begin();

        assertThat(rows.count("card_presentation", "true")).isEqualTo(before);
    }

    @Test
    void keepsNoSecretInTheDatabase() {
        CardAttempt attempt = presentations.begin();
        Presentation.Ticket ticket = ticket(attempt);

        String row = rows.one(
                "select nonce_digest || browser_digest || ticket_digest from card_presentation where support_code = ?",
                ticket.supportCode().value());

        assertThat(row).isNotNull().doesNotContain(ticket.value(), attempt.browserSecret(), attempt.nonce());
        assertThat(ticket.toString() + attempt).doesNotContain(ticket.value(), attempt.browserSecret());
    }

    @Test
    void tellsTheReasonOfARefusalToTheBrowserThatAskedAndToNoOther() {
        CardAttempt attempt = presentations.begin();

        Presentation.Refused refused = (Presentation.Refused) show(attempt, "cps-medecin-expire");

        assertThat(refused.reason()).isEqualTo(CardRefusal.EXPIRED);
        assertThat(presentations.refusalOf(attempt.browserSecret())).contains(refused);
        assertThat(presentations.refusalOf(presentations.begin().browserSecret()))
                .isEmpty();
        assertThat(traced(refused.supportCode())).contains("EXPIRED", DOCTOR, "serial ");
    }

    @Test
    void refusesTheAbsenceOfACardLikeAnyOther() {
        CardAttempt attempt = presentations.begin();

        Presentation.Refused refused =
                (Presentation.Refused) presentations.present(attempt.nonce(), List.<X509Certificate>of(), POST);

        assertThat(refused.reason()).isEqualTo(CardRefusal.CARD_MISSING);
        assertThat(presentations.refusalOf(attempt.browserSecret())).contains(refused);
    }

    @Test
    void leavesARequestForTheAdministratorOncePerAttempt() {
        CardAttempt attempt = presentations.begin();

        Presentation.Refused refused = (Presentation.Refused) show(attempt, "cps-sans-compte");
        show(attempt, "cps-sans-compte");

        assertThat(refused.reason()).isEqualTo(CardRefusal.NO_ACCOUNT);
        assertThat(rows.one(
                        "select attempts from account_request where support_code = ?",
                        refused.supportCode().value()))
                .isEqualTo("1");
    }

    @Test
    void judgesOncePerNonce() {
        CardAttempt attempt = presentations.begin();
        show(attempt, "cps-medecin-expire");

        Presentation again = show(attempt, "cps-medecin-auth");

        assertThat(again).isInstanceOf(Presentation.StaleAttempt.class);
        assertThat(traced(((Presentation.StaleAttempt) again).supportCode())).contains("used before");
    }

    @Test
    void refusesANonceThatIsNotItsOwn() {
        CardAttempt mine = presentations.begin();
        CardAttempt other = presentations.begin();
        String[] parts = mine.nonce().split("\\.", -1);
        String otherDigest = other.nonce().split("\\.", -1)[1];

        List<String> forged = List.of(
                parts[0] + "." + otherDigest + "." + parts[2],
                (Long.parseLong(parts[0]) + 1) + "." + parts[1] + "." + parts[2],
                parts[0] + "." + parts[1] + "." + Secrets.random(),
                "999999999999999." + parts[1] + "." + parts[2],
                mine.nonce() + "A",
                "",
                "..");

        assertThat(forged)
                .allSatisfy(nonce -> assertThat(
                                presentations.present(nonce, List.of(CardWorld.card("cps-medecin-auth")), POST))
                        .isInstanceOf(Presentation.StaleAttempt.class));
    }

    @Test
    void refusesANonceOfAnotherServerKey() {
        Portal elsewhere = CardWorld.portal(TestDatabase.Kind.H2, CardWorld.IGC.personnesAuthorities())
                .with("portail.security.key", "b3RoZXIta2V5LW90aGVyLWtleS1vdGhlci1rZXktb3RoZXI=");

        Presentation answer = show(elsewhere.get(PresentationService.class).begin(), "cps-medecin-auth");

        assertThat(answer).isInstanceOf(Presentation.StaleAttempt.class);
    }

    @Test
    void waitsTenMinutesForThePinAndNotLonger() {
        CardAttempt quick = presentations.begin();
        CardAttempt slow = presentations.begin();

        portal.clock().advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(show(quick, "cps-medecin-auth")).isInstanceOf(Presentation.Ticket.class);
        portal.clock().advance(Duration.ofMillis(1));
        assertThat(show(slow, "cps-medecin-auth")).isInstanceOf(Presentation.StaleAttempt.class);
    }

    @Test
    void redeemsATicketOnce() {
        CardAttempt attempt = presentations.begin();
        Presentation.Ticket ticket = ticket(attempt);
        redeem(ticket, attempt);

        assertThat(redeem(ticket, attempt)).isEmpty();
        assertThat(traced(ticket.supportCode())).contains(TraceKind.LOGIN_REFUSED.name(), "used before");
    }

    @Test
    void refusesATicketBroughtByAnotherBrowserAndKeepsItForItsOwn() {
        CardAttempt attempt = presentations.begin();
        Presentation.Ticket ticket = ticket(attempt);

        assertThat(redeem(ticket, presentations.begin())).isEmpty();
        assertThat(traced(ticket.supportCode())).contains("another browser");
        assertThat(redeem(ticket, attempt)).isPresent();
    }

    @Test
    void refusesATicketFromItsSixtiethSecond() {
        CardAttempt attempt = presentations.begin();
        Presentation.Ticket ticket = ticket(attempt);

        portal.clock().advance(Duration.ofSeconds(60));

        assertThat(redeem(ticket, attempt)).isEmpty();
        assertThat(traced(ticket.supportCode())).contains("too old");
    }

    @Test
    void refusesATicketThatNeverWas() {
        assertThat(presentations.redeem(Secrets.random(), Secrets.random(), POST))
                .isEmpty();
    }

    @Test
    void letsExactlyOneOfManyRedeem() throws Exception {
        CardAttempt attempt = presentations.begin();
        Presentation.Ticket ticket = ticket(attempt);

        List<Optional<Presentation.Redeemed>> answers = atOnce(() -> redeem(ticket, attempt));

        assertThat(answers.stream().flatMap(Optional::stream)).hasSize(1);
    }

    @Test
    void judgesExactlyOneOfManyWithTheSameNonce() throws Exception {
        CardAttempt attempt = presentations.begin();

        List<Presentation> answers = atOnce(() -> show(attempt, "cps-medecin-auth"));

        assertThat(answers).filteredOn(Presentation.Ticket.class::isInstance).hasSize(1);
        assertThat(answers)
                .filteredOn(Presentation.StaleAttempt.class::isInstance)
                .hasSize(answers.size() - 1);
    }

    @Test
    void forgetsAfterAnHour() {
        Presentation.Ticket early = ticket(presentations.begin());
        portal.clock().advance(Duration.ofMinutes(59));
        Presentation.Ticket late = ticket(presentations.begin());
        portal.clock().advance(Duration.ofMinutes(2));

        presentations.forgetOld();

        String mine = "support_code = ?";
        assertThat(rows.count("card_presentation", mine, early.supportCode().value()))
                .isZero();
        assertThat(rows.count("card_presentation", mine, late.supportCode().value()))
                .isEqualTo(1);
    }

    static <T> List<T> atOnce(Callable<T> deed) throws Exception {
        int many = 8;
        CyclicBarrier start = new CyclicBarrier(many);
        ExecutorService browsers = Executors.newFixedThreadPool(many);
        try {
            Callable<T> waiting = () -> {
                start.await();
                return deed.call();
            };
            List<Future<T>> answers = browsers.invokeAll(Collections.nCopies(many, waiting));
            List<T> found = new ArrayList<>();
            for (Future<T> answer : answers) {
                found.add(answer.get());
            }
            return found;
        } finally {
            browsers.shutdownNow();
        }
    }
}
