package fr.sisamu.portail.otp;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.message.ChannelKind;
import fr.sisamu.portail.message.DeliveryReceipt;
import fr.sisamu.portail.message.NotHandedOverException.Fault;
import fr.sisamu.portail.session.LoginMethod;
import fr.sisamu.portail.session.WorkSession;
import fr.sisamu.portail.testdb.TestDatabase.Kind;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** « Modifier mes canaux OTP ». */
class ChannelServiceTest {

    @ParameterizedTest
    @EnumSource(Kind.class)
    void validatesExactlyWhatWasTested(Kind kind) {
        OtpWorld world = new OtpWorld(kind);
        ChannelService channels = world.portal.get(ChannelService.class);
        WorkSession session = world.session(LoginMethod.CARD);
        String typed = "0" + world.number.substring(3);
        if (channels.test(session, ChannelKind.SMS, typed, Locale.FRENCH).isPresent()) {
            typed = "06 12 34 56 78"; // not every made-up number is in use
            assertThat(channels.test(session, ChannelKind.SMS, typed, Locale.FRENCH))
                    .isEmpty();
        }
        String tested = world.sms.last().address();
        assertThat(channels.underTest(session, ChannelKind.SMS).orElseThrow().masked())
                .contains(tested);
        assertThat(channels.of(new AccountId(world.account))).isEmpty();

        assertThat(channels.confirm(session, ChannelKind.SMS, world.sms.lastCode(), Locale.FRENCH))
                .isEqualTo(CodeCheck.RIGHT);
        assertThat(channels.of(new AccountId(world.account)))
                .extracting(OtpChannel::address)
                .containsExactly(tested);
        assertThat(channels.underTest(session, ChannelKind.SMS)).isEmpty();
    }

    @Test
    void keepsTheFormerChannelUntilTheNewOneIsProvedAndTellsIt() {
        OtpWorld world = new OtpWorld(Kind.H2).withChannel(ChannelKind.MAIL);
        ChannelService channels = world.portal.get(ChannelService.class);
        WorkSession session = world.session(LoginMethod.CARD);
        assertThat(channels.test(session, ChannelKind.MAIL, "nouvelle@chu.example", Locale.FRENCH))
                .isEmpty();
        String code = world.mail.lastCode();
        assertThat(addresses(world)).containsExactly(world.address);
        channels.confirm(session, ChannelKind.MAIL, code, Locale.FRENCH);
        assertThat(addresses(world)).containsExactly("nouvelle@chu.example");
        assertThat(world.mail.last().address()).as("the notice").isEqualTo(world.address);
        assertThat(world.mail.last().text()).contains("n•••@chu.example");
    }

    @Test
    void givesATestCodeNoPowerToLogIn() {
        OtpWorld world = new OtpWorld(Kind.H2).withChannel(ChannelKind.SMS);
        String secret = world.begun();
        String login = world.sms.lastCode();
        ChannelService channels = world.portal.get(ChannelService.class);
        channels.test(world.session(LoginMethod.CARD), ChannelKind.MAIL, "essai@chu.example", Locale.FRENCH);
        String test = world.mail.lastCode();
        if (!test.equals(login)) {
            assertThat(world.logins().answer(secret, test).check()).isEqualTo(CodeCheck.WRONG);
        }
    }

    @Test
    void deletesWhatIsRemoved() {
        OtpWorld world = new OtpWorld(Kind.H2).withChannel(ChannelKind.MAIL);
        world.portal.get(ChannelService.class).remove(world.session(LoginMethod.CARD), ChannelKind.MAIL, Locale.FRENCH);
        assertThat(world.portal.rows().count("otp_channel", "account_id = ?", world.account))
                .isZero();
        assertThat(world.mail.last().text()).contains("retiré");
    }

    @Test
    void refusesFixedLinesAndTwoTestsInAMoment() {
        OtpWorld world = new OtpWorld(Kind.H2);
        ChannelService channels = world.portal.get(ChannelService.class);
        WorkSession session = world.session(LoginMethod.CARD);
        assertThat(channels.test(session, ChannelKind.SMS, "01 42 68 53 00", Locale.FRENCH))
                .map(TestRefusal::reason)
                .contains(ChannelRefusal.NOT_MOBILE);
        assertThat(channels.test(session, ChannelKind.MAIL, "a@b.fr\nBcc: c@d.fr", Locale.FRENCH))
                .map(TestRefusal::reason)
                .contains(ChannelRefusal.NOT_AN_ADDRESS);
        assertThat(channels.test(session, ChannelKind.MAIL, "a@chu.example", Locale.FRENCH))
                .isEmpty();
        assertThat(channels.test(session, ChannelKind.MAIL, "a@chu.example", Locale.FRENCH))
                .map(TestRefusal::reason)
                .contains(ChannelRefusal.TOO_SOON);
        world.portal.clock().advance(Duration.ofSeconds(30));
        assertThat(channels.test(session, ChannelKind.MAIL, "a@chu.example", Locale.FRENCH))
                .isEmpty();
        assertThat(world.mail.letters()).hasSize(2);
    }

    @Test
    void sendsNothingToACountryThatTheSettingsDoNotName() {
        OtpWorld world = new OtpWorld(Kind.H2);
        assertThat(world.portal
                        .get(ChannelService.class)
                        .test(world.session(LoginMethod.CARD), ChannelKind.SMS, "+44 7400 123456", Locale.FRENCH)
                        .map(TestRefusal::reason))
                .contains(ChannelRefusal.FOREIGN_NUMBER);
        assertThat(world.sms.letters()).isEmpty();
    }

    @Test
    void doubtsAChannelWhoseMessagesComeBack() {
        OtpWorld world = new OtpWorld(Kind.H2).withChannel(ChannelKind.SMS);
        world.begun();
        fire(world, new DeliveryReceipt("sms", world.sms.lastReference(), false, "UNDELIV"));
        assertThat(world.portal.get(ChannelService.class).of(new AccountId(world.account)))
                .extracting(OtpChannel::doubtful)
                .containsExactly(true);
    }

    @Test
    void doubtsAChannelThatAProviderRefuses() {
        OtpWorld world = new OtpWorld(Kind.H2).withChannel(ChannelKind.MAIL);
        world.mail.refuse(Fault.ADDRESS);
        world.begun();
        assertThat(world.portal.get(ChannelService.class).of(new AccountId(world.account)))
                .extracting(OtpChannel::doubtful)
                .containsExactly(true);
    }

    @Test
    void triesTheSecondProviderWhenTheFirstIsDown() {
        OtpWorld world = new OtpWorld(Kind.H2).withChannel(ChannelKind.SMS);
        GatewayStub second = new GatewayStub("second");
        world.sms.then(second).refuse(Fault.GATEWAY);
        String secret = world.begun();
        assertThat(world.logins().answer(secret, second.lastCode()).check()).isEqualTo(CodeCheck.RIGHT);
    }

    private static List<String> addresses(OtpWorld world) {
        return world.portal.get(ChannelService.class).of(new AccountId(world.account)).stream()
                .map(OtpChannel::address)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static void fire(OtpWorld world, DeliveryReceipt receipt) {
        world.portal.get(Event.class).fire(receipt);
    }
}
