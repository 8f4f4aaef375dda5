package fr.sisamu.portail.otp;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.message.ChannelKind;
import fr.sisamu.portail.otp.RecoveryService.Begun;
import fr.sisamu.portail.session.LoginMethod;
import fr.sisamu.portail.session.WorkSession;
import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** How many messages leave, for whom, and that no bound of tests shuts anybody out of a login. */
@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class CodeQuotaTest {

    private static final Instant END_OF_HOUR = Instant.parse("2026-03-02T07:00:00Z");
    private static final Instant END_OF_DAY = Instant.parse("2026-03-03T00:00:00Z");

    /** Its own, for some bounds are about everybody. */
    final TestDatabase database;

    final OtpWorld world;

    CodeQuotaTest(TestDatabase.Kind kind) {
        database = TestDatabase.fresh(kind);
        world = new OtpWorld(database).withChannel(ChannelKind.SMS);
    }

    private static Optional<TestRefusal> test(OtpWorld world, WorkSession session, String name) {
        return world.portal
                .get(ChannelService.class)
                .test(session, ChannelKind.MAIL, name + "@chu.example", Locale.FRENCH);
    }

    @Test
    void lastsForAnHourAndForADayOfOneAgent() {
        int sent = 0;
        for (int hour = 0; hour < 4; hour++) {
            WorkSession session = world.session(LoginMethod.CARD);
            for (int i = 0; i < 10; i++) {
                sent += test(world, session, "a" + hour + "." + i).isEmpty() ? 1 : 0;
            }
            world.portal.clock().advance(Duration.ofHours(1));
        }

        assertThat(sent).isEqualTo(20);
        assertThat(world.mail.letters()).hasSize(20);
    }

    @Test
    void saysFromWhenOnItIsPossibleAgain() {
        WorkSession session = world.session(LoginMethod.CARD);
        for (int i = 0; i < 8; i++) {
            assertThat(test(world, session, "a" + i)).isEmpty();
        }

        assertThat(test(world, session, "b"))
                .contains(new TestRefusal(ChannelRefusal.TOO_MANY_TESTS, Optional.of(END_OF_HOUR)));
        assertThat(world.portal
                        .rows()
                        .count("audit_entry", "outcome = 'TOO_MANY_TESTS' and account_id = ?", world.account))
                .isEqualTo(1);

        world.portal.clock().set(END_OF_HOUR);
        assertThat(test(world, world.session(LoginMethod.CARD), "b")).isEmpty();
    }

    @Test
    void countsTheSameCodeSentAgain() {
        world.portal.with("portail.otp.tests-per-hour", "2");
        WorkSession session = world.session(LoginMethod.CARD);
        assertThat(test(world, session, "a")).isEmpty();
        world.portal.clock().advance(Duration.ofSeconds(30));
        assertThat(test(world, session, "a")).isEmpty();
        world.portal.clock().advance(Duration.ofSeconds(30));

        assertThat(test(world, session, "a").map(TestRefusal::reason)).contains(ChannelRefusal.TOO_MANY_TESTS);
        assertThat(world.mail.letters()).hasSize(2);
    }

    @Test
    void doesNotCountWhatDoesNotLeave() {
        world.portal.with("portail.otp.tests-per-hour", "2");
        WorkSession session = world.session(LoginMethod.CARD);
        assertThat(test(world, session, "a")).isEmpty();
        for (int i = 0; i < 5; i++) {
            assertThat(test(world, session, "a").map(TestRefusal::reason)).contains(ChannelRefusal.TOO_SOON);
        }

        assertThat(test(world, session, "b")).isEmpty();
    }

    @Test
    void isNotPassedByFiftyAtOnceOnTwoNodes() throws Exception {
        Portal other = world.anotherNode();
        WorkSession session = world.session(LoginMethod.CARD);
        List<Callable<Optional<TestRefusal>>> all = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            String address = "x" + i + "@chu.example";
            ChannelService node = i % 2 == 0 ? world.portal.get(ChannelService.class) : other.get(ChannelService.class);
            all.add(() -> node.test(session, ChannelKind.MAIL, address, Locale.FRENCH));
        }

        assertThat(sentOf(all)).isEqualTo(8);
        assertThat(world.portal.rows().count("message", "account_id = ?", world.account))
                .isEqualTo(8);
        assertThat(world.mail.letters())
                .as("each test gives up the one before, whose message may still be here")
                .hasSizeLessThanOrEqualTo(8);
    }

    /** Many accounts in the wrong hands that all write to one number. */
    @Test
    void countsWhatManyAgentsSendToOneAddressAtOnce() throws Exception {
        List<Callable<Optional<TestRefusal>>> all = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            OtpWorld another = world.another();
            WorkSession session = another.session(LoginMethod.CARD);
            all.add(() -> test(another, session, "victim"));
        }

        assertThat(sentOf(all)).isEqualTo(12);
    }

    private static long sentOf(List<Callable<Optional<TestRefusal>>> all) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(all.size());
        try {
            long sent = 0;
            for (Future<Optional<TestRefusal>> answer : threads.invokeAll(all)) {
                sent += answer.get().isEmpty() ? 1 : 0;
            }
            return sent;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void isSharedByTheAgentsOfAUnitAndByNobodyElse() {
        world.portal.with("portail.otp.tests-per-unit", "3");
        OtpWorld colleague = world.another();
        colleague.portal.with("portail.otp.tests-per-unit", "3");
        colleague
                .portal
                .rows()
                .run("update profile set unit_id = ? where account_id = ?", world.unit, colleague.account);
        OtpWorld stranger = world.another();
        stranger.portal.with("portail.otp.tests-per-unit", "3");
        assertThat(test(world, world.session(LoginMethod.CARD), "a")).isEmpty();
        assertThat(test(world, world.session(LoginMethod.CARD), "b")).isEmpty();
        WorkSession theirs = colleague.session(LoginMethod.CARD);
        assertThat(test(colleague, theirs, "c")).isEmpty();

        assertThat(test(colleague, theirs, "d"))
                .contains(new TestRefusal(ChannelRefusal.TOO_MANY_OF_UNIT, Optional.of(END_OF_DAY)));
        assertThat(test(stranger, stranger.session(LoginMethod.CARD), "e")).isEmpty();
    }

    @Test
    void ofEverybodyTogetherLeavesTheLoginAlone() {
        world.portal.with("portail.otp.tests-in-all", "3");
        for (String name : List.of("a", "b", "c")) {
            assertThat(test(world, world.session(LoginMethod.CARD), name)).isEmpty();
        }
        OtpWorld colleague = world.another();
        colleague.portal.with("portail.otp.tests-in-all", "3");
        colleague.withChannel(ChannelKind.MAIL);

        assertThat(test(colleague, colleague.session(LoginMethod.CARD), "d").map(TestRefusal::reason))
                .contains(ChannelRefusal.TOO_MANY_IN_ALL);
        assertThat(world.begin(OtpWorld.PASSWORD)).isInstanceOf(LoginStart.Started.class);
        assertThat(colleague.begin(OtpWorld.PASSWORD)).isInstanceOf(LoginStart.Started.class);
    }

    @Test
    void ofForgottenPasswordsIsSaidToEverybodyAlikeAndLeavesTheLoginAlone() {
        world.portal.with("portail.otp.recoveries-in-all", "2");
        RecoveryService recovery = world.portal.get(RecoveryService.class);
        for (int i = 0; i < 2; i++) {
            assertThat(forgotten(recovery, world.loginName).delayedUntil()).isEmpty();
        }

        assertThat(forgotten(recovery, world.loginName).delayedUntil()).contains(END_OF_DAY);
        assertThat(forgotten(recovery, "per.sonne").delayedUntil()).contains(END_OF_DAY);
        assertThat(world.sms.letters()).hasSize(2);
        assertThat(world.begin(OtpWorld.PASSWORD)).isInstanceOf(LoginStart.Started.class);
    }

    private Begun forgotten(RecoveryService recovery, String name) {
        return recovery.begin(name, ChannelKind.SMS, world.origin(1), Locale.FRENCH);
    }

    @Test
    void isForgottenOnceItsWindowIsOver() {
        test(world, world.session(LoginMethod.CARD), "a");
        assertThat(world.portal.rows().count("otp_quota", "used > 0")).isEqualTo(4);
        world.portal.clock().advance(Duration.ofDays(2));

        world.portal.get(ChallengePurge.class).forgetOld();

        assertThat(world.portal.rows().count("otp_quota", "1 = 1")).isZero();
    }

    @Test
    void countsWhereTheAgentWorksThoughNoProfileWasChosenYet() {
        world.portal.with("portail.otp.tests-per-unit", "1");
        assertThat(test(world, world.session(LoginMethod.CARD), "a")).isEmpty();

        assertThat(test(world, world.session(LoginMethod.CARD), "b").map(TestRefusal::reason))
                .contains(ChannelRefusal.TOO_MANY_OF_UNIT);
    }
}
