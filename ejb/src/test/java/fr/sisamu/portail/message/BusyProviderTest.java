package fr.sisamu.portail.message;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.message.NotHandedOverException.Fault;
import fr.sisamu.portail.otp.GatewayStub;
import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.TestDatabase;
import fr.sisamu.portail.testdb.TestDatabase.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Providers that take no more for the moment, as at the change of shift, or are away: a code waits a little and not for
 * ever, a notice as long as it is worth sending.
 */
class BusyProviderTest {

    private final String address = UUID.randomUUID() + "@chu.example";
    private final GatewayStub relay = new GatewayStub("relay");

    @ParameterizedTest
    @EnumSource(Kind.class)
    void sendsOnceTheProviderTakesMessagesAgain(Kind kind) {
        Portal portal = portal(kind);
        relay.refuse(Fault.BUSY);
        post(portal);
        assertThat(status(portal)).isEqualTo("WAITING");
        assertThat(lookAfter(portal)).as("not before the pause is over").isFalse();

        relay.accept();
        portal.clock().advance(Duration.ofSeconds(2));
        assertThat(lookAfter(portal)).isTrue();
        assertThat(status(portal)).isEqualTo("SENT");
        assertThat(relay.letters()).hasSize(1);
    }

    @Test
    void asksTheNextProviderAtOnce() {
        GatewayStub second = new GatewayStub("second");
        Portal portal = portal(Kind.H2);
        relay.then(second).refuse(Fault.BUSY);
        post(portal);
        assertThat(status(portal)).isEqualTo("SENT");
        assertThat(second.letters()).hasSize(1);
    }

    @Test
    void saysSoWhenTheyStayBusyTooLong() {
        Portal portal = portal(Kind.H2);
        relay.refuse(Fault.BUSY);
        post(portal);
        portal.clock().advance(Duration.ofSeconds(31));
        lookAfter(portal);
        assertThat(status(portal)).isEqualTo("FAILED");
    }

    @Test
    void saysAtOnceThatNoProviderTakesACode() {
        Portal portal = portal(Kind.H2);
        relay.refuse(Fault.GATEWAY);
        post(portal);
        assertThat(status(portal)).isEqualTo("FAILED");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void keepsANoticeUntilAProviderIsBackAndAsksEverMoreSeldom(Kind kind) {
        Portal portal = portal(kind);
        relay.refuse(Fault.GATEWAY);
        notice(portal);
        assertThat(status(portal)).isEqualTo("WAITING");
        portal.clock().advance(Duration.ofSeconds(15));
        assertThat(lookAfter(portal)).isTrue();
        portal.clock().advance(Duration.ofHours(6));
        assertThat(lookAfter(portal)).isTrue();
        portal.clock().advance(Duration.ofHours(5));
        assertThat(lookAfter(portal)).isFalse();

        relay.accept();
        portal.clock().advance(Duration.ofHours(2));
        lookAfter(portal);
        assertThat(status(portal)).isEqualTo("SENT");
    }

    @Test
    void sendsACodeBeforeTheNoticesThatHaveWaitedForHours() {
        Portal portal = portal(Kind.H2);
        relay.refuse(Fault.BUSY);
        notice(portal);
        portal.clock().advance(Duration.ofHours(1));
        post(portal);
        portal.clock().advance(Duration.ofSeconds(2));

        List<Long> left =
                portal.get(MessageStore.class).leftBehind(portal.clock().instant());
        assertThat(left.stream()
                        .filter(id -> portal.rows().count("message", "id = ? and address = ?", id, address) == 1)
                        .map(id -> portal.rows().one("select template from message where id = ?", id)))
                .containsExactly("CODE_LOGIN", "NOTICE_EMERGENCY_OPENED");
    }

    @Test
    void givesANoticeUpOnceItIsNoLongerWorthSending() {
        Portal portal = portal(Kind.H2);
        relay.refuse(Fault.GATEWAY);
        notice(portal);
        portal.clock().advance(Duration.ofHours(24));
        lookAfter(portal);
        assertThat(status(portal)).isEqualTo("FAILED");
    }

    private Portal portal(Kind kind) {
        return new Portal(TestDatabase.of(kind))
                .with("portail.url", "https://www.portail.example")
                .with(CodeSource.class, (CodeSource) challenge -> Optional.of("123456"))
                .with(SmsGateways.class, new GatewayStub("sms"))
                .with(MailGateways.class, relay);
    }

    private void post(Portal portal) {
        post(portal, Template.CODE_LOGIN, Optional.of(UUID.randomUUID().toString()), Duration.ofMinutes(5));
    }

    private void notice(Portal portal) {
        post(portal, Template.NOTICE_EMERGENCY_OPENED, Optional.empty(), Duration.ofHours(24));
    }

    private void post(Portal portal, Template template, Optional<String> challenge, Duration validity) {
        long account = portal.rows().account("Léa", "Arm-Factice");
        portal.inTransaction(() -> portal.get(Outbox.class)
                .post(new NewMessage(
                        new AccountId(account),
                        ChannelKind.MAIL,
                        address,
                        template,
                        Locale.FRENCH,
                        challenge,
                        "",
                        "",
                        Optional.empty(),
                        SupportCode.random(),
                        validity)));
    }

    /** What the outbox's timer does; true if this message was among those that wait. */
    private boolean lookAfter(Portal portal) {
        long id = Long.parseLong(portal.rows().one("select id from message where address = ?", address));
        boolean waits = portal.get(MessageStore.class)
                .leftBehind(portal.clock().instant())
                .contains(id);
        if (waits) {
            portal.get(Postman.class).send(id);
        }
        return waits;
    }

    private String status(Portal portal) {
        return portal.rows().one("select status from message where address = ?", address);
    }
}
