package fr.sisamu.portail.otp;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.message.ChannelKind;
import fr.sisamu.portail.message.MessageStatus;
import fr.sisamu.portail.message.NotHandedOverException.Fault;
import fr.sisamu.portail.otp.LoginStart.Reason;
import fr.sisamu.portail.otp.OtpLoginService.Answered;
import fr.sisamu.portail.session.AssuranceLevel;
import fr.sisamu.portail.session.LoginMethod;
import fr.sisamu.portail.session.ProfileChoice;
import fr.sisamu.portail.session.WorkSession;
import fr.sisamu.portail.session.WorkSessionService;
import fr.sisamu.portail.testdb.TestDatabase.Kind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The way in by identifier, password and code. */
class OtpLoginServiceTest {

    @ParameterizedTest
    @EnumSource(Kind.class)
    void letsInWhoeverKnowsThePasswordAndHoldsTheTelephone(Kind kind) {
        OtpWorld world = new OtpWorld(kind).withChannel(ChannelKind.SMS);
        String secret = world.begun();
        AwaitedCode awaited = world.logins().awaited(secret).orElseThrow();
        assertThat(world.sms.last().address()).isEqualTo(world.number);
        assertThat(world.sms.last().text())
                .contains("(repère " + awaited.letter() + ")")
                .endsWith("@www.portail.example #" + world.sms.lastCode())
                .doesNotContain("Léa");
        assertThat(awaited.status()).contains(MessageStatus.SENT);

        Answered answered = world.logins().answer(secret, world.sms.lastCode());
        assertThat(answered.check()).isEqualTo(CodeCheck.RIGHT);
        assertThat(answered.proven().orElseThrow().account().value()).isEqualTo(world.account);
        assertThat(answered.proven().orElseThrow().level()).isEqualTo(AssuranceLevel.TWO_FACTOR);
        assertThat(world.logins().answer(secret, world.sms.lastCode()).check()).isEqualTo(CodeCheck.USED);
        assertThat(world.logins().awaited(secret)).isEmpty();
    }

    @Test
    void countsACodeByMailAsTwoSteps() {
        OtpWorld world = new OtpWorld(Kind.H2).withChannel(ChannelKind.MAIL);
        Answered answered = world.logins().answer(world.begun(), world.mail.lastCode());
        assertThat(answered.proven().orElseThrow().level()).isEqualTo(AssuranceLevel.TWO_STEP);
    }

    @Test
    void saysTheSameOfAWrongPasswordAndOfNobodyAndSendsNothing() {
        OtpWorld world = new OtpWorld(Kind.H2).withChannel(ChannelKind.SMS);
        LoginStart wrong = new LoginStart.Refused(Reason.WRONG);
        assertThat(world.begin("not the password")).isEqualTo(wrong);
        assertThat(world.begin("per.sonne", OtpWorld.PASSWORD, world.origin(9), Optional.empty()))
                .isEqualTo(wrong);
        assertThat(world.begin("", "", world.origin(10), Optional.empty())).isEqualTo(wrong);
        assertThat(world.sms.letters()).isEmpty();
    }

    @Test
    void knowsNoClosedAccount() {
        OtpWorld world = new OtpWorld(Kind.H2).withChannel(ChannelKind.SMS);
        world.portal.rows().run("update account set status = 'CLOSED' where id = ?", world.account);
        assertThat(world.begin(OtpWorld.PASSWORD)).isEqualTo(new LoginStart.Refused(Reason.WRONG));
    }

    @Test
    void sendsOneCodeForAFormSentTwice() {
        OtpWorld world = new OtpWorld(Kind.H2).withChannel(ChannelKind.SMS);
        String secret = world.begun();
        LoginStart again = world.begin(world.loginName, OtpWorld.PASSWORD, world.origin(1), Optional.of(secret));
        assertThat(again).isEqualTo(new LoginStart.Started(secret));
        assertThat(world.sms.letters()).hasSize(1);
    }

    @Test
    void sendsTheSameCodeAgainAfterAPauseAndNotForEver() {
        OtpWorld world = new OtpWorld(Kind.H2).withChannel(ChannelKind.SMS);
        String secret = world.begun();
        String code = world.sms.lastCode();
        assertThat(world.logins().sendAgain(secret, Locale.FRENCH)).isFalse();
        for (int i = 0; i < 3; i++) {
            world.portal.clock().advance(Duration.ofSeconds(30));
            assertThat(world.logins().sendAgain(secret, Locale.FRENCH)).isTrue();
        }
        world.portal.clock().advance(Duration.ofSeconds(30));
        assertThat(world.logins().sendAgain(secret, Locale.FRENCH)).isFalse();
        assertThat(world.sms.letters()).hasSize(4);
        assertThat(world.sms.lastCode()).isEqualTo(code);
    }

    @Test
    void offersTheOtherChannelWhenNoGatewayTakesTheMessage() {
        OtpWorld world = new OtpWorld(Kind.H2).withChannel(ChannelKind.SMS).withChannel(ChannelKind.MAIL);
        world.sms.refuse(Fault.GATEWAY);
        String secret = world.begun();
        AwaitedCode awaited = world.logins().awaited(secret).orElseThrow();
        assertThat(awaited.status()).contains(MessageStatus.FAILED);
        assertThat(awaited.otherChannel()).contains(ChannelKind.MAIL);

        assertThat(world.logins().switchChannel(secret, Locale.FRENCH)).isTrue();
        Answered answered = world.logins().answer(secret, world.mail.lastCode());
        assertThat(answered.check()).isEqualTo(CodeCheck.RIGHT);
    }

    @Test
    void forgetsTheFormerCodeOnceTheOtherChannelIsTaken() {
        OtpWorld world = new OtpWorld(Kind.H2).withChannel(ChannelKind.SMS).withChannel(ChannelKind.MAIL);
        String secret = world.begun();
        String former = world.sms.lastCode();
        world.logins().switchChannel(secret, Locale.FRENCH);
        if (!former.equals(world.mail.lastCode())) {
            assertThat(world.logins().answer(secret, former).check()).isEqualTo(CodeCheck.WRONG);
        }
    }

    @Test
    void countsWrongAnswersButNoTypingErrors() {
        OtpWorld world = new OtpWorld(Kind.H2).withChannel(ChannelKind.SMS);
        String secret = world.begun();
        String right = world.sms.lastCode();
        String wrong = OtpWorld.another(right);
        assertThat(world.logins().answer(secret, "12 34").check()).isEqualTo(CodeCheck.MALFORMED);
        for (int i = 0; i < 4; i++) {
            assertThat(world.logins().answer(secret, wrong).check()).isEqualTo(CodeCheck.WRONG);
        }
        assertThat(world.logins().answer(secret, wrong).check()).isEqualTo(CodeCheck.NO_TRIES_LEFT);
        assertThat(world.logins().answer(secret, right).check()).isEqualTo(CodeCheck.NO_TRIES_LEFT);
    }

    @Test
    void refusesACodeThatIsTooOld() {
        OtpWorld world = new OtpWorld(Kind.H2).withChannel(ChannelKind.SMS);
        String secret = world.begun();
        world.portal.clock().advance(Duration.ofMinutes(5));
        assertThat(world.logins().answer(secret, world.sms.lastCode()).check()).isEqualTo(CodeCheck.EXPIRED);
    }

    @Test
    void refusesACodeFromAnotherBrowserOrForAnotherPurpose() {
        OtpWorld world = new OtpWorld(Kind.H2).withChannel(ChannelKind.SMS);
        world.begun();
        String code = world.sms.lastCode();
        assertThat(world.logins().answer("another browser's secret", code).check())
                .isEqualTo(CodeCheck.NOTHING_AWAITED);
        RecoveryService recovery = world.portal.get(RecoveryService.class);
        String recovering = recovery.begin(world.loginName, ChannelKind.SMS, world.origin(1), Locale.FRENCH)
                .browserSecret()
                .orElseThrow();
        if (!code.equals(world.sms.lastCode())) {
            assertThat(recovery.answer(recovering, code)).isEqualTo(CodeCheck.WRONG);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void letsExactlyOneOfFiftyRightAnswersIn(Kind kind) throws Exception {
        OtpWorld world = new OtpWorld(kind).withChannel(ChannelKind.SMS);
        String secret = world.begun();
        String code = world.sms.lastCode();
        ExecutorService threads = Executors.newFixedThreadPool(50);
        try {
            List<Future<Answered>> answers = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                answers.add(threads.submit(() -> world.logins().answer(secret, code)));
            }
            int proven = 0;
            for (Future<Answered> answer : answers) {
                proven += answer.get().proven().isPresent() ? 1 : 0;
            }
            assertThat(proven).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void sendsNoMoreThanTheCodesOfTheDay() {
        OtpWorld world = new OtpWorld(Kind.H2).withChannel(ChannelKind.SMS);
        LoginStart last = null;
        for (int i = 0; i < 13; i++) {
            last = world.begin(OtpWorld.PASSWORD);
        }
        assertThat(last).isEqualTo(new LoginStart.Refused(Reason.TOO_MANY_CODES));
        assertThat(world.sms.letters()).hasSize(12);
        world.portal.clock().advance(Duration.ofHours(24));
        assertThat(world.begin(OtpWorld.PASSWORD)).isInstanceOf(LoginStart.Started.class);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void sendsNoMoreOfThemToThirtyBrowsersAtOnce(Kind kind) throws Exception {
        OtpWorld world = new OtpWorld(kind).withChannel(ChannelKind.SMS);
        ExecutorService threads = Executors.newFixedThreadPool(30);
        try {
            List<Future<LoginStart>> starts = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                starts.add(threads.submit(
                        () -> world.begin(world.loginName, OtpWorld.PASSWORD, world.origin(1), Optional.empty())));
            }
            for (Future<LoginStart> start : starts) {
                start.get();
            }
            assertThat(world.sms.letters()).hasSizeBetween(1, 12);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void isSwitchedOffByTheUnit() {
        OtpWorld world = new OtpWorld(Kind.H2).withChannel(ChannelKind.SMS);
        world.portal.rows().run("update unit set otp_allowed = false where id = ?", world.unit);
        assertThat(world.begin(OtpWorld.PASSWORD)).isEqualTo(new LoginStart.Refused(Reason.NOT_ALLOWED));
    }

    @Test
    void opensNoProfileOfAUnitThatWantsNoCode() {
        OtpWorld world = new OtpWorld(Kind.H2).withChannel(ChannelKind.SMS);
        long strict = world.portal.rows().unit("Strict", 3600);
        long closed = world.portal
                .rows()
                .profile(world.account, strict, "Médecin régulateur", LocalDate.of(2025, 1, 1), null);
        world.portal.rows().run("update unit set otp_allowed = false where id = ?", strict);
        WorkSessionService sessions = world.portal.get(WorkSessionService.class);
        WorkSession byCode = world.session(LoginMethod.OTP);
        WorkSession byCard = world.session(LoginMethod.CARD);
        assertThat(sessions.choices(byCode)).hasSize(1);
        assertThat(sessions.chooseProfile(byCode.id(), closed)).isEqualTo(ProfileChoice.NOT_AVAILABLE);
        assertThat(sessions.choices(byCard)).hasSize(2);
        assertThat(sessions.chooseProfile(byCard.id(), closed)).isEqualTo(ProfileChoice.CHOSEN);
    }

    @Test
    void takesNoMailWhereTheUnitWantsNone() {
        OtpWorld world = new OtpWorld(Kind.H2).withChannel(ChannelKind.MAIL);
        world.portal.rows().run("update unit set mail_code_allowed = false where id = ?", world.unit);
        assertThat(world.begin(OtpWorld.PASSWORD)).isEqualTo(new LoginStart.Refused(Reason.NO_CHANNEL));
    }

    @Test
    void waitsForTheCardOfWhoeverMustShowItFirst() {
        OtpWorld world = new OtpWorld(Kind.H2).withChannel(ChannelKind.SMS);
        world.portal.rows().run("update unit set card_first = 'EVERYONE' where id = ?", world.unit);
        assertThat(world.begin(OtpWorld.PASSWORD)).isEqualTo(new LoginStart.Refused(Reason.FIRST_LOGIN_BY_CARD));
        world.portal
                .rows()
                .run(
                        "update account set card_seen_at = ? where id = ?",
                        world.portal.clock().instant(),
                        world.account);
        assertThat(world.begin(OtpWorld.PASSWORD)).isInstanceOf(LoginStart.Started.class);
    }
}
