package fr.sisamu.portail.otp;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.message.ChannelKind;
import fr.sisamu.portail.otp.LoginStart.Reason;
import fr.sisamu.portail.session.LoginMethod;
import fr.sisamu.portail.session.WorkSession;
import fr.sisamu.portail.testdb.TestDatabase;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A code whose channel is no longer the account's. */
@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class WithdrawnCodeTest {

    final OtpWorld world;
    final ChannelService channels;
    final RecoveryService recovery;

    WithdrawnCodeTest(TestDatabase.Kind database) {
        world = new OtpWorld(database).withChannel(ChannelKind.SMS);
        channels = world.portal.get(ChannelService.class);
        recovery = world.portal.get(RecoveryService.class);
    }

    @Test
    void isRefusedFromTheInstantOfTheReset() {
        String secret = world.begun();
        String code = world.sms.lastCode();
        assertThat(world.logins().awaited(secret).orElseThrow().channelGone()).isFalse();

        world.portal.inTransaction(this::reset);

        AwaitedCode awaited = world.logins().awaited(secret).orElseThrow();
        assertThat(awaited.alive()).isFalse();
        assertThat(awaited.channelGone()).isTrue();
        assertThat(world.logins().answer(secret, code).check()).isEqualTo(CodeCheck.CHANNEL_GONE);
        assertThat(world.logins().sendAgain(secret, Locale.FRENCH)).isFalse();
        assertThat(outcomes("CHANNEL_GONE")).isEqualTo(1);
    }

    @Test
    void isRefusedOnceThePersonHasRemovedItsChannel() {
        String secret = world.begun();
        String code = world.sms.lastCode();

        channels.remove(world.session(LoginMethod.CARD), ChannelKind.SMS, Locale.FRENCH);

        assertThat(world.logins().answer(secret, code).check()).isEqualTo(CodeCheck.CHANNEL_GONE);
    }

    @Test
    void isRefusedOnceThePersonHasReplacedTheAddress() {
        world.withChannel(ChannelKind.MAIL);
        String secret = world.begun();
        assertThat(world.logins().switchChannel(secret, Locale.FRENCH)).isTrue();
        String code = world.mail.lastCode();
        WorkSession session = world.session(LoginMethod.CARD);
        channels.test(session, ChannelKind.MAIL, "nouvelle@chu.example", Locale.FRENCH);
        String test = world.mail.lastCode();

        assertThat(channels.confirm(session, ChannelKind.MAIL, test, Locale.FRENCH))
                .isEqualTo(CodeCheck.RIGHT);

        assertThat(world.logins().answer(secret, code).check()).isEqualTo(CodeCheck.CHANNEL_GONE);
    }

    @Test
    void harmsNoCodeOfAnotherChannel() {
        world.withChannel(ChannelKind.MAIL);
        String secret = world.begun();
        assertThat(world.logins().switchChannel(secret, Locale.FRENCH)).isTrue();
        String code = world.mail.lastCode();
        world.portal.inTransaction(this::reset);

        assertThat(world.logins().answer(secret, code).check()).isEqualTo(CodeCheck.RIGHT);
    }

    @Test
    void replacesNoForgottenPasswordAndTellsNobodyThatThereWasAChannel() {
        String secret = recovering();
        String code = world.sms.lastCode();

        world.portal.inTransaction(this::reset);

        assertThat(recovery.answer(secret, code)).isEqualTo(CodeCheck.EXPIRED);
        assertThat(outcomes("CHANNEL_GONE")).isEqualTo(1);
    }

    @Test
    void letsNobodyChooseAPasswordWhoGaveItBeforeTheReset() {
        String secret = recovering();
        assertThat(recovery.answer(secret, world.sms.lastCode())).isEqualTo(CodeCheck.RIGHT);
        assertThat(recovery.proven(secret)).isPresent();

        world.portal.inTransaction(this::reset);

        assertThat(recovery.proven(secret)).isEmpty();
    }

    @Test
    void isRefusedWhileTheResetCommits() throws Exception {
        String secret = world.begun();
        String code = world.sms.lastCode();

        CodeCheck check =
                whileTheResetCommits(() -> world.logins().answer(secret, code).check());

        assertThat(check).isEqualTo(CodeCheck.CHANNEL_GONE);
    }

    @Test
    void isNotSentWhileTheResetCommits() throws Exception {
        LoginStart start = whileTheResetCommits(() -> world.begin(OtpWorld.PASSWORD));

        assertThat(start).isEqualTo(new LoginStart.Refused(Reason.NO_CHANNEL));
        assertThat(world.portal.rows().count("otp_challenge", "account_id = ?", world.account))
                .isZero();
    }

    /** The work begins when the reset has done everything but its commit: it waits for that, or comes after it. */
    private <T> T whileTheResetCommits(Callable<T> work) throws Exception {
        ExecutorService somebody = Executors.newSingleThreadExecutor();
        try {
            CountDownLatch begun = new CountDownLatch(1);
            Callable<T> reported = () -> {
                begun.countDown();
                return work.call();
            };
            AtomicReference<Future<T>> answer = new AtomicReference<>();
            world.portal.inTransaction(() -> {
                reset();
                answer.set(somebody.submit(reported));
                await(begun);
            });
            return answer.get().get();
        } finally {
            somebody.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void reset() {
        assertThat(channels.reset(new AccountId(world.account), ChannelKind.SMS, SupportCode.random()))
                .isPresent();
    }

    private String recovering() {
        return recovery.begin(world.loginName, ChannelKind.SMS, world.origin(1), Locale.FRENCH)
                .browserSecret()
                .orElseThrow();
    }

    private long outcomes(String outcome) {
        return world.portal
                .rows()
                .count(
                        "audit_entry",
                        "kind = 'CODE_JUDGED' and outcome = ? and account_id = ?",
                        outcome,
                        world.account);
    }
}
