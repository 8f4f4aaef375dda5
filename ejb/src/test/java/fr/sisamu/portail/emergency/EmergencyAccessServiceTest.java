package fr.sisamu.portail.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.emergency.EmergencyLoginService.Answered;
import fr.sisamu.portail.emergency.EmergencyLoginService.Claim;
import fr.sisamu.portail.emergency.EmergencyLoginService.Proven;
import fr.sisamu.portail.emergency.EmergencyOpening.Opened;
import fr.sisamu.portail.emergency.EmergencyOpening.Reason;
import fr.sisamu.portail.emergency.EmergencyOpening.Refused;
import fr.sisamu.portail.message.ChannelKind;
import fr.sisamu.portail.otp.ChannelService;
import fr.sisamu.portail.otp.LoginStart;
import fr.sisamu.portail.otp.OtpLoginService;
import fr.sisamu.portail.otp.PasswordChanges;
import fr.sisamu.portail.profile.Profile;
import fr.sisamu.portail.role.DutyRefusedException;
import fr.sisamu.portail.role.Rights;
import fr.sisamu.portail.role.RightsService;
import fr.sisamu.portail.session.AssuranceLevel;
import fr.sisamu.portail.session.LoginMethod;
import fr.sisamu.portail.session.NewSession;
import fr.sisamu.portail.session.OpenedSession;
import fr.sisamu.portail.session.ProfileChoice;
import fr.sisamu.portail.session.ProofTime;
import fr.sisamu.portail.session.WorkSession;
import fr.sisamu.portail.session.WorkSessionService;
import fr.sisamu.portail.supervision.Room;
import fr.sisamu.portail.testdb.TestDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class EmergencyAccessServiceTest {

    static final String REASON = "Carte bloquée, réseau mobile en panne";

    final Room room;
    final EmergencyAccessService accesses;
    final EmergencyReviewService reviews;
    final EmergencyLoginService logins;
    final WorkSessionService sessions;
    final AccountId marie;

    EmergencyAccessServiceTest(TestDatabase.Kind database) {
        room = new Room(database);
        room.portal
                .with("portail.emergency.alert", "garde@chu.example, +33612345678")
                .with("portail.password.memory-kib", "64")
                .with("portail.password.iterations", "1");
        accesses = room.portal.get(EmergencyAccessService.class);
        reviews = room.portal.get(EmergencyReviewService.class);
        logins = room.portal.get(EmergencyLoginService.class);
        sessions = room.portal.get(WorkSessionService.class);
        marie = room.agent("Marie", "Factice", room.unit);
    }

    Opened opened() {
        return (Opened) open(room.supervisor, room.unit, marie, REASON, 8);
    }

    /** As from a page that shows what is open. */
    EmergencyOpening open(Rights by, long unit, AccountId agent, String reason, int hours) {
        Optional<Long> seen = accesses.standing(by, unit, agent).map(StandingAccess::id);
        return accesses.open(by, unit, agent, new EmergencyWish(reason, hours, seen));
    }

    Reason refusal(EmergencyOpening opening) {
        return ((Refused) opening).reason();
    }

    EmergencyAccess waiting() {
        return reviews.waiting(room.second).get(0);
    }

    Answered answer(String secret) {
        return logins.answer(new Claim(Room.loginName(marie), secret, origin(), Optional.empty()));
    }

    /** Where this agent sits; no other test comes from there. */
    String origin() {
        return "10.8." + marie.value() % 250 + "." + marie.value() / 250 % 250;
    }

    OpenedSession enter(Proven proven) {
        OpenedSession session = sessions.open(new NewSession(
                proven.account(),
                LoginMethod.BREAK_GLASS,
                AssuranceLevel.EMERGENCY,
                Optional.empty(),
                "192.0.2.7",
                SupportCode.random(),
                ProofTime.UNKNOWN,
                Optional.of(proven.limit())));
        logins.begun(proven.access(), session.sessionId());
        return session;
    }

    OpenedSession in() {
        return enter(answer(opened().secret().spelled()).proven().orElseThrow());
    }

    @Test
    void letsTheAgentInOnceBySecretUntilTheEndOfTheShift() {
        Opened opened = opened();
        String dictated = " " + opened.secret().value().toLowerCase(Locale.ROOT) + " ";

        Proven proven = answer(dictated).proven().orElseThrow();
        assertThat(answer(opened.secret().spelled()).proven()).as("twice").isEmpty();

        WorkSession session = sessions.find(enter(proven).token()).orElseThrow();
        assertThat(session.level()).isEqualTo(AssuranceLevel.EMERGENCY);
        assertThat(session.expiresAt()).isEqualTo(opened.until());
        assertThat(opened.until()).isEqualTo(room.portal.clock().instant().plus(Duration.ofHours(8)));
    }

    @Test
    void keepsNoSecretAndTracesTheOpeningOnBothAccounts() {
        Opened opened = opened();

        assertThat(room.rows.count(
                        "emergency_access",
                        "account_id = ? and secret_digest like ?",
                        marie.value(),
                        "%" + opened.secret().value() + "%"))
                .isZero();
        assertThat(room.traced(marie))
                .startsWith("EMERGENCY_OPENED by " + Room.loginName(room.ines))
                .contains("before none", REASON)
                .doesNotContain(opened.secret().value(), opened.secret().spelled());
        assertThat(room.traced(room.ines)).contains("on " + Room.loginName(marie));
        assertThat(opened.secret()).hasToString("EmergencySecret[…]");
    }

    @Test
    void tellsTheAddressesOfTheSettingTheAgentAndTheSupervisorsWhoAreOn() {
        room.channel(marie, ChannelKind.MAIL, "marie@chu.example");
        room.rows.run(
                "insert into account_role (account_id, role, scope, unit_id, granted_at)"
                        + " values (?, 'SUPERVISOR', ?, ?, ?)",
                room.karim.value(),
                room.unit,
                room.unit,
                room.portal.clock().instant());

        opened();

        assertThat(room.rows.count("message", "account_id = ? and template = 'NOTICE_EMERGENCY_OPENED'", marie.value()))
                .isEqualTo(3);
        assertThat(room.rows.count(
                        "session_notice",
                        "session_id = ? and kind = 'EMERGENCY_OPENED' and detail = 'Marie Factice'",
                        room.second.actor().session().orElseThrow()))
                .isEqualTo(1);
    }

    @Test
    void refusesToOpenWithoutWordsBeyondAShiftForOneselfOrForAnotherUnit() {
        AccountId neighbour = room.agent("Zoé", "Voisine", room.elsewhere);

        assertThat(refusal(open(room.supervisor, room.unit, marie, "panne", 8))).isEqualTo(Reason.WORDS_MISSING);
        assertThat(refusal(open(room.supervisor, room.unit, marie, REASON, 13))).isEqualTo(Reason.HOURS_REFUSED);
        assertThat(refusal(open(room.supervisor, room.unit, marie, REASON, 0))).isEqualTo(Reason.HOURS_REFUSED);
        assertThat(refusal(open(room.supervisor, room.unit, room.ines, REASON, 8)))
                .isEqualTo(Reason.OWN);
        assertThat(refusal(open(room.supervisor, room.unit, neighbour, REASON, 8)))
                .isEqualTo(Reason.NOT_OF_UNIT);
        assertThatThrownBy(() -> open(room.stranger, room.unit, marie, REASON, 8))
                .isInstanceOf(DutyRefusedException.class);
    }

    @Test
    void voidsTheFormerSecretAndEndsItsSessionWhenOpenedAgain() {
        Opened former = opened();
        OpenedSession session = enter(answer(former.secret().spelled()).proven().orElseThrow());

        Opened next = opened();

        assertThat(room.endOf(session.sessionId())).isEqualTo("SUPERVISOR");
        assertThat(answer(former.secret().spelled()).proven()).isEmpty();
        assertThat(answer(next.secret().spelled()).proven()).isPresent();
        assertThat(room.rows.count("audit_entry", "account_id = ? and outcome = 'EMERGENCY_CLOSED'", marie.value()))
                .isEqualTo(1);
    }

    @Test
    void replacesNothingThatTheSupervisorHasNotSeen() {
        EmergencyWish wish = new EmergencyWish(REASON, 8, Optional.empty());
        Opened first = (Opened) accesses.open(room.supervisor, room.unit, marie, wish);
        OpenedSession session = enter(answer(first.secret().spelled()).proven().orElseThrow());

        assertThat(refusal(accesses.open(room.supervisor, room.unit, marie, wish)))
                .as("the same form sent again")
                .isEqualTo(Reason.JUST_OPENED);
        assertThat(refusal(accesses.open(room.second, room.unit, marie, wish)))
                .as("a colleague at the same time")
                .isEqualTo(Reason.JUST_OPENED);
        assertThat(sessions.find(session.token())).isPresent();

        room.portal.clock().set(first.until());
        assertThat(accesses.open(room.second, room.unit, marie, wish)).isInstanceOf(Opened.class);
    }

    @Test
    void setsNothingByWhichItsAgentCouldComeInAgain() {
        room.channel(marie, ChannelKind.MAIL, "marie@chu.example");
        WorkSession session = sessions.find(in().token()).orElseThrow();
        ChannelService channels = room.portal.get(ChannelService.class);
        PasswordChanges passwords = room.portal.get(PasswordChanges.class);

        turnsAway(() -> channels.test(session, ChannelKind.SMS, "06 12 34 56 78", Locale.FRENCH));
        turnsAway(() -> channels.confirm(session, ChannelKind.SMS, "123456", Locale.FRENCH));
        turnsAway(() -> channels.remove(session, ChannelKind.MAIL, Locale.FRENCH));
        turnsAway(() -> passwords.set(session, "assez long pour un mot de passe", Locale.FRENCH));
        assertThat(channels.of(marie)).hasSize(1);
    }

    private static void turnsAway(ThrowingCallable setting) {
        assertThatThrownBy(setting).rootCause().hasMessageContaining("accès de secours was to set something");
    }

    @Test
    void administersNothingWhateverRolesItsAgentHas() {
        room.rows.run(
                "insert into account_role (account_id, role, scope, unit_id, granted_at)"
                        + " values (?, 'SUPERVISOR', ?, ?, ?)",
                marie.value(),
                room.unit,
                room.unit,
                room.portal.clock().instant());
        Rights rights = room.portal
                .get(RightsService.class)
                .of(sessions.find(in().token()).orElseThrow());

        assertThat(rights.any()).isFalse();
        assertThatThrownBy(() -> open(rights, room.unit, room.ines, REASON, 8))
                .isInstanceOf(DutyRefusedException.class);
        assertThatThrownBy(() -> reviews.waiting(rights)).isInstanceOf(DutyRefusedException.class);
    }

    @Test
    void letsNobodyInWhoseAccountIsClosed() {
        String secret = opened().secret().spelled();
        room.rows.run("update account set status = 'CLOSED' where id = ?", marie.value());

        assertThat(answer(secret).proven()).isEmpty();
    }

    @Test
    void closesAnAccessHoweverManyOthersWaitForTheirReview() {
        for (int i = 0; i < 501; i++) {
            room.rows.run(
                    "insert into emergency_access (id, account_id, unit_id, opened_by, reason, secret_digest, tries_left,"
                            + " opened_at, expires_at) values (nextval('emergency_access_seq'), ?, ?, ?, 'oublié', 'x', 0,"
                            + " ?, ?)",
                    marie.value(),
                    room.unit,
                    room.ines.value(),
                    room.portal.clock().instant().minus(Duration.ofHours(20)),
                    room.portal.clock().instant().minus(Duration.ofHours(12)));
        }
        OpenedSession session = in();

        assertThat(accesses.close(room.second, room.unit, waiting().id())).isTrue();
        assertThat(sessions.find(session.token())).isEmpty();
    }

    @Test
    void refusesAWrongSecretAnUnknownIdentifierAndWhoeverHasNoAccessWithTheSameWords() {
        assertThat(answer("AAAAA-AAAAA").proven()).as("none open").isEmpty();
        opened();
        Answered wrong = answer("AAAAA-AAAAA");
        assertThat(wrong.proven()).isEmpty();
        assertThat(wrong.delayedUntil()).isEmpty();
        assertThat(room.rows.one(
                        "select outcome from audit_entry where support_code = ?",
                        wrong.supportCode().value()))
                .isEqualTo("WRONG");
        assertThat(logins.answer(new Claim("nobody.here", "x", "192.0.2.200", Optional.empty()))
                        .proven())
                .isEmpty();
        assertThat(room.rows.count("audit_entry", "account_id = ? and kind = 'LOGIN_REFUSED'", marie.value()))
                .isEqualTo(2);
    }

    @Test
    void isSpentAfterAFewWrongTriesEvenForTheRightSecret() {
        Opened opened = opened();
        for (int i = 0; i < 5; i++) {
            answer("AAAAA-AAAA" + i);
            room.portal.clock().advance(Duration.ofMinutes(1));
        }

        assertThat(answer(opened.secret().spelled()).proven()).isEmpty();
        assertThat(waiting().spent()).isTrue();
        assertThat(answer(opened().secret().spelled()).proven())
                .as("a new one, whose opening lifts the delays")
                .isPresent();
    }

    @Test
    void slowsDownWhoeverGuesses() {
        opened();
        IntStream.range(0, 3).forEach(i -> answer("AAAAA-AAAA" + i));

        assertThat(answer("AAAAA-AAAA9").delayedUntil()).isPresent();
    }

    @Test
    void opensForAnAgentWhosePasswordSomebodyHammers() {
        String secret = opened().secret().spelled();
        IntStream.range(0, 12).forEach(i -> password("10.9.0." + i));
        IntStream.range(0, 4).forEach(i -> password(origin()));
        assertThat(password(origin())).isInstanceOf(LoginStart.Delayed.class);
        assertThat(password("10.9.0.99")).isInstanceOf(LoginStart.Delayed.class);

        assertThat(answer(secret).proven()).isPresent();
    }

    @Test
    void slowsNoPasswordOfAnAgentWhoseSecretSomebodyHammers() {
        IntStream.range(0, 4).forEach(i -> answer("AAAAA-AAAA" + i));
        assertThat(answer("AAAAA-AAAA9").delayedUntil()).isPresent();

        assertThat(password(origin())).isInstanceOf(LoginStart.Refused.class);
    }

    private LoginStart password(String from) {
        return room.portal
                .get(OtpLoginService.class)
                .begin(new OtpLoginService.Claim(
                        Room.loginName(marie), "wrong", from, Optional.empty(), Optional.empty(), Locale.FRENCH));
    }

    @Test
    void runsOutAtTheEndOfTheShift() {
        Opened opened = opened();
        OpenedSession session = enter(answer(opened.secret().spelled()).proven().orElseThrow());
        Opened unused = (Opened) open(room.supervisor, room.unit, room.agent("Léo", "Factice", room.unit), REASON, 8);
        assertThat(unused.until()).isEqualTo(opened.until());

        room.portal.clock().set(opened.until());

        assertThat(sessions.find(session.token())).isEmpty();
        assertThat(answer(opened.secret().spelled()).proven()).isEmpty();
        assertThat(reviews.waiting(room.second)).allMatch(EmergencyAccess::over);
    }

    @Test
    void endsItsSessionWhenClosedAndKeepsTheSecretOut() {
        OpenedSession session = in();

        assertThat(accesses.close(room.second, room.unit, waiting().id())).isTrue();
        assertThat(accesses.close(room.second, room.unit, waiting().id())).isFalse();

        assertThat(sessions.find(session.token())).isEmpty();
        assertThat(room.endOf(session.sessionId())).isEqualTo("SUPERVISOR");
        assertThat(room.traced(marie)).startsWith("EMERGENCY_CLOSED by " + Room.loginName(room.karim));
    }

    @Test
    void endsASessionThatBeginsWhileItsAccessIsBeingClosed() {
        Proven proven = answer(opened().secret().spelled()).proven().orElseThrow();
        accesses.close(room.second, room.unit, waiting().id());

        assertThat(sessions.find(enter(proven).token())).isEmpty();
    }

    @Test
    void confinesItsSessionToTheUnitItWasOpenedFor() {
        long foreign = room.rows.profile(marie.value(), room.elsewhere, "Médecin", LocalDate.parse("2026-03-01"), null);
        OpenedSession session = in();

        assertThat(sessions.choices(sessions.find(session.token()).orElseThrow()))
                .extracting(Profile::function)
                .containsExactly("ARM");
        assertThat(sessions.chooseProfile(session.sessionId(), foreign)).isEqualTo(ProfileChoice.NOT_AVAILABLE);
    }

    @Test
    void waitsOnTheListUntilSomebodyElseHasReviewedItInWords() {
        in();
        EmergencyAccess access = waiting();
        assertThat(access.openedBy()).isEqualTo(Room.loginName(room.ines));
        assertThat(access.usedAt()).isPresent();

        assertThat(reviews.review(room.second, room.unit, access.id(), "Vérifié avec l’agent"))
                .isEqualTo(EmergencyReview.STILL_OPEN);
        accesses.close(room.supervisor, room.unit, access.id());
        assertThat(reviews.review(room.second, room.unit, access.id(), "ok")).isEqualTo(EmergencyReview.WORDS_MISSING);
        assertThat(reviews.review(room.supervisor, room.unit, access.id(), "Vérifié avec l’agent"))
                .isEqualTo(EmergencyReview.OWN);
        assertThat(reviews.review(room.stranger, room.elsewhere, access.id(), "Vérifié avec l’agent"))
                .isEqualTo(EmergencyReview.GONE);
        assertThat(reviews.waiting(room.stranger)).isEmpty();

        assertThat(reviews.review(room.second, room.unit, access.id(), "Vérifié avec l’agent"))
                .isEqualTo(EmergencyReview.DONE);
        assertThat(reviews.review(room.second, room.unit, access.id(), "Vérifié avec l’agent"))
                .isEqualTo(EmergencyReview.GONE);
        assertThat(reviews.waiting(room.second)).isEmpty();
        assertThat(room.traced(marie)).contains("EMERGENCY_REVIEWED", "Vérifié avec l’agent");
    }

    @Test
    void isForgottenAYearAfterItsReviewAndNotBefore() {
        opened();
        long reviewed = waiting().id();
        accesses.close(room.second, room.unit, reviewed);
        reviews.review(room.second, room.unit, reviewed, "Vérifié avec l’agent");
        opened();
        long left = waiting().id();

        room.portal.clock().advance(EmergencyReviewService.KEPT);
        reviews.forgetOld();
        assertThat(room.rows.count("emergency_access", "id = ?", reviewed)).isEqualTo(1);
        room.portal.clock().advance(Duration.ofSeconds(1));
        reviews.forgetOld();

        assertThat(room.rows.count("emergency_access", "id = ?", reviewed)).isZero();
        assertThat(room.rows.count("emergency_access", "id = ?", left)).isEqualTo(1);
    }

    @Test
    void letsExactlyOneOfManyRightAnswersAtOnceIn() throws Exception {
        String secret = opened().secret().spelled();
        ExecutorService people = Executors.newFixedThreadPool(8);
        try {
            List<Future<Answered>> answers = IntStream.range(0, 16)
                    .mapToObj(i -> people.submit(() -> answer(secret)))
                    .toList();

            int in = 0;
            for (Future<Answered> one : answers) {
                in += one.get().proven().isPresent() ? 1 : 0;
            }
            assertThat(in).isEqualTo(1);
        } finally {
            people.shutdown();
        }
    }

    @Test
    void opensOneAccessWhenTwoSupervisorsOpenAtOnce() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(4);
        try {
            List<Future<EmergencyOpening>> openings = IntStream.range(0, 6)
                    .mapToObj(i -> people.submit(() -> open(room.supervisor, room.unit, marie, REASON, 8)))
                    .toList();
            for (Future<EmergencyOpening> opening : openings) {
                assertThat(opening.get()).isNotNull();
            }
        } finally {
            people.shutdown();
        }

        assertThat(room.rows.count("emergency_access", "account_id = ? and closed_at is null", marie.value()))
                .isEqualTo(1);
    }
}
