package fr.sisamu.portail.otp;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.credential.PasswordRefusal;
import fr.sisamu.portail.credential.Recovered;
import fr.sisamu.portail.message.ChannelKind;
import fr.sisamu.portail.session.AssuranceLevel;
import fr.sisamu.portail.session.LoginMethod;
import fr.sisamu.portail.session.ProofTime;
import fr.sisamu.portail.session.WorkSession;
import fr.sisamu.portail.session.WorkSessionService;
import fr.sisamu.portail.testdb.TestDatabase;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A session left open at a post changes nothing of how its agent comes in. */
@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class StaleProofTest {

    private static final String NEW = "un vieux tracteur bleu sans roues";

    final OtpWorld world;
    final ChannelService channels;
    final PasswordChanges passwords;
    final WorkSession session;

    StaleProofTest(TestDatabase.Kind database) {
        world = new OtpWorld(database).withChannel(ChannelKind.SMS);
        channels = world.portal.get(ChannelService.class);
        passwords = world.portal.get(PasswordChanges.class);
        session = world.session(LoginMethod.CARD);
    }

    private void leave() {
        world.portal.clock().advance(Duration.ofMinutes(10));
    }

    @Test
    void testsNoNewAddress() {
        leave();

        assertThat(channels.test(session, ChannelKind.MAIL, "voleur@ailleurs.example", Locale.FRENCH))
                .map(TestRefusal::reason)
                .contains(ChannelRefusal.PROOF_TOO_OLD);
        assertThat(world.mail.letters()).isEmpty();
    }

    @Test
    void confirmsNoAddressThatWasTestedBefore() {
        channels.test(session, ChannelKind.MAIL, "a@chu.example", Locale.FRENCH);
        String code = world.mail.lastCode();
        world.portal.clock().advance(Duration.ofMinutes(4));
        WorkSession older = renewedAt(Duration.ofMinutes(11));

        assertThat(channels.confirm(older, ChannelKind.MAIL, code, Locale.FRENCH))
                .isEqualTo(CodeCheck.PROOF_TOO_OLD);
        assertThat(channels.of(new AccountId(world.account))).hasSize(1);
        assertThat(channels.underTest(session, ChannelKind.MAIL).orElseThrow().alive())
                .as("it costs no try")
                .isTrue();
    }

    @Test
    void removesNoChannel() {
        leave();

        assertThat(channels.remove(session, ChannelKind.SMS, Locale.FRENCH)).contains(ChannelRefusal.PROOF_TOO_OLD);
        assertThat(channels.of(new AccountId(world.account))).hasSize(1);
    }

    @Test
    void setsNoPassword() {
        leave();

        assertThat(passwords.set(session, NEW, Locale.FRENCH)).contains(PasswordRefusal.PROOF_TOO_OLD);
        assertThat(world.begin(OtpWorld.PASSWORD)).isInstanceOf(LoginStart.Started.class);
    }

    @Test
    void doesAllOfItAgainOnceItsAgentHasProvedThatItIsThem() {
        leave();
        WorkSession renewed = renewedAt(Duration.ZERO);

        assertThat(passwords.set(renewed, NEW, Locale.FRENCH)).isEmpty();
        assertThat(channels.remove(renewed, ChannelKind.SMS, Locale.FRENCH)).isEmpty();
    }

    @Test
    void forgivesTheTelephoneThatReplacedAPasswordOnceACardHasProved() {
        world.password(NEW, Optional.of(new Recovered(ChannelKind.SMS, world.number)));
        WorkSession byCode = world.session(LoginMethod.OTP);
        assertThat(world.logins().isOpenTo(world.person())).isFalse();

        world.portal
                .get(WorkSessionService.class)
                .renew(byCode, LoginMethod.CARD, AssuranceLevel.STRONG, ProofTime.NOW);

        assertThat(world.logins().isOpenTo(world.person())).isTrue();
    }

    /** The same session with a proof of so long ago. */
    private WorkSession renewedAt(Duration ago) {
        WorkSessionService sessions = world.portal.get(WorkSessionService.class);
        ProofTime when = ProofTime.at(world.portal.clock().instant().minus(ago));
        return sessions.find(sessions.renew(session, LoginMethod.CARD, AssuranceLevel.STRONG, when)
                        .orElseThrow())
                .orElseThrow();
    }
}
