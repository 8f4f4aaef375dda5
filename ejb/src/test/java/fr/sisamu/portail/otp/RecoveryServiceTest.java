package fr.sisamu.portail.otp;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.credential.PasswordRefusal;
import fr.sisamu.portail.message.ChannelKind;
import fr.sisamu.portail.otp.LoginStart.Reason;
import fr.sisamu.portail.schema.SchemaState;
import fr.sisamu.portail.session.LoginMethod;
import fr.sisamu.portail.testdb.TestDatabase.Kind;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** « Mot de passe oublié ». */
class RecoveryServiceTest {

    private static final String NEW = "un vieux tracteur bleu sans roues";

    @ParameterizedTest
    @EnumSource(Kind.class)
    void replacesThePasswordAndLeavesTheTelephoneOneFactorOnly(Kind kind) {
        OtpWorld world = new OtpWorld(kind).withChannel(ChannelKind.SMS).withChannel(ChannelKind.MAIL);
        recover(world);

        assertThat(world.begin(OtpWorld.PASSWORD)).isEqualTo(new LoginStart.Refused(Reason.WRONG));
        LoginStart.Started started = (LoginStart.Started) world.begin(NEW);
        assertThat(world.logins().awaited(started.browserSecret()).orElseThrow().kind())
                .as("the other channel")
                .isEqualTo(ChannelKind.MAIL);
    }

    @Test
    void letsTheOneTelephoneWaitADay() {
        OtpWorld world = new OtpWorld(Kind.H2).withChannel(ChannelKind.SMS);
        recover(world);
        assertThat(world.begin(NEW)).isEqualTo(new LoginStart.Refused(Reason.RECOVERED_LATELY));
        world.portal.clock().advance(Duration.ofHours(25));
        assertThat(world.begin(NEW)).isInstanceOf(LoginStart.Started.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"CARD", "PRO_SANTE_CONNECT"})
    void forgivesTheTelephoneOnceAStrongerProofHasCome(LoginMethod method) {
        OtpWorld world = new OtpWorld(Kind.H2).withChannel(ChannelKind.SMS);
        recover(world);
        world.session(method);
        assertThat(world.begin(NEW)).isInstanceOf(LoginStart.Started.class);
    }

    @Test
    void tellsEveryChannelAndEndsEverySession() {
        OtpWorld world = new OtpWorld(Kind.H2).withChannel(ChannelKind.SMS).withChannel(ChannelKind.MAIL);
        world.session(LoginMethod.CARD);
        recover(world);
        assertThat(world.sms.last().text()).contains("remplacé");
        assertThat(world.mail.last().text()).contains("remplacé");
        assertThat(world.portal.rows().count("work_session", "account_id = ? and ended_at is null", world.account))
                .isZero();
    }

    @Test
    void answersNobodyLikeSomebody() {
        OtpWorld world = new OtpWorld(Kind.H2).withChannel(ChannelKind.SMS);
        RecoveryService recovery = world.portal.get(RecoveryService.class);
        String decoy = recovery.begin("per.sonne", ChannelKind.SMS, world.origin(7), Locale.FRENCH)
                .browserSecret()
                .orElseThrow();
        AwaitedCode nobody = recovery.awaited(decoy).orElseThrow();
        assertThat(nobody.masked()).isEmpty();
        assertThat(nobody.alive()).isTrue();
        for (int i = 0; i < 4; i++) {
            assertThat(recovery.answer(decoy, "00000" + i)).isEqualTo(CodeCheck.WRONG);
        }
        assertThat(recovery.answer(decoy, "000004")).isEqualTo(CodeCheck.NO_TRIES_LEFT);
        assertThat(recovery.proven(decoy)).isEmpty();
        assertThat(world.sms.letters()).isEmpty();
    }

    @Test
    void letsNobodyChooseBeforeTheCodeOrTwiceOrTooLate() {
        OtpWorld world = new OtpWorld(Kind.H2).withChannel(ChannelKind.SMS);
        RecoveryService recovery = world.portal.get(RecoveryService.class);
        String secret = begin(world);
        assertThat(recovery.proven(secret)).isEmpty();
        assertThat(recovery.answer(secret, world.sms.lastCode())).isEqualTo(CodeCheck.RIGHT);
        assertThat(recovery.proven(secret)).isPresent();
        assertThat(recovery.choose(secret, "court", Locale.FRENCH)).contains(PasswordRefusal.TOO_SHORT);
        assertThat(recovery.proven(secret)).isPresent();
        world.portal.clock().advance(Duration.ofMinutes(30));
        assertThat(recovery.proven(secret)).isEmpty();
    }

    @Test
    void cannotUseUpTheCodesOfTheLogin() {
        OtpWorld world = new OtpWorld(Kind.H2).withChannel(ChannelKind.SMS);
        RecoveryService recovery = world.portal.get(RecoveryService.class);
        for (int i = 0; i < 30; i++) {
            recovery.begin(world.loginName, ChannelKind.SMS, world.origin(100 + i), Locale.FRENCH);
        }
        assertThat(world.sms.letters()).hasSizeLessThanOrEqualTo(4);
        assertThat(world.begin(OtpWorld.PASSWORD)).isInstanceOf(LoginStart.Started.class);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void sendsTheCodeOnceThoughTheNodeThatWasAskedHasDied(Kind kind) {
        OtpWorld world = new OtpWorld(kind).withChannel(ChannelKind.SMS);
        List<Runnable> dead = diesAfterTheAsking(world);
        String secret = begin(world);
        RecoveryRounds rounds = world.portal
                .with(SchemaState.class, new SchemaState() {

                    @Override
                    public boolean ready() {
                        return true;
                    }
                })
                .get(RecoveryRounds.class);

        rounds.settleLeftBehind();
        assertThat(world.sms.letters()).as("left to the node that was asked").isEmpty();
        world.portal.clock().advance(Duration.ofSeconds(5));
        rounds.settleLeftBehind();
        rounds.settleLeftBehind();
        dead.forEach(Runnable::run);

        assertThat(world.sms.letters()).hasSize(1);
        RecoveryService recovery = world.portal.get(RecoveryService.class);
        assertThat(recovery.answer(secret, world.sms.lastCode())).isEqualTo(CodeCheck.RIGHT);
        assertThat(recovery.proven(secret)).contains(world.person());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void sendsNoCodeThatIsWorthNothingAnyMore(Kind kind) {
        OtpWorld world = new OtpWorld(kind).withChannel(ChannelKind.SMS);
        List<Runnable> late = diesAfterTheAsking(world);
        begin(world);
        world.portal.clock().advance(Duration.ofMinutes(20));

        late.forEach(Runnable::run);

        assertThat(world.sms.letters()).isEmpty();
        assertThat(world.portal
                        .rows()
                        .count("audit_entry", "account_id = ? and outcome = 'RECOVERY_DECOY'", world.account))
                .isOne();
        assertThat(world.portal.rows().count("recovery_request", "login_name = ?", world.loginName))
                .isZero();
    }

    private static List<Runnable> diesAfterTheAsking(OtpWorld world) {
        List<Runnable> left = new ArrayList<>();
        world.portal.with(ManagedExecutorService.class, (ManagedExecutorService) Proxy.newProxyInstance(
                RecoveryServiceTest.class.getClassLoader(),
                new Class<?>[] {ManagedExecutorService.class},
                (proxy, method, args) -> left.add((Runnable) args[0])));
        return left;
    }

    private static String begin(OtpWorld world) {
        return world.portal
                .get(RecoveryService.class)
                .begin(world.loginName, ChannelKind.SMS, world.origin(1), Locale.FRENCH)
                .browserSecret()
                .orElseThrow();
    }

    private static void recover(OtpWorld world) {
        RecoveryService recovery = world.portal.get(RecoveryService.class);
        String secret = begin(world);
        assertThat(recovery.answer(secret, world.sms.lastCode())).isEqualTo(CodeCheck.RIGHT);
        assertThat(recovery.choose(secret, NEW, Locale.FRENCH)).isEqualTo(Optional.empty());
    }
}
