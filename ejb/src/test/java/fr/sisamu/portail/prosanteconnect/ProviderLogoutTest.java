package fr.sisamu.portail.prosanteconnect;

import static fr.sisamu.portail.prosanteconnect.PscWorld.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.session.EndReason;
import fr.sisamu.portail.session.WorkSessionService;
import fr.sisamu.portail.testdb.TestDatabase;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class ProviderLogoutTest {

    final PscWorld world;

    ProviderLogoutTest(TestDatabase.Kind database) {
        world = new PscWorld(database);
    }

    private long session() {
        return world.open((Arrival.Proven) world.login());
    }

    private LogoutNotice notice(String id, Optional<String> subject, Optional<String> sid) {
        return new LogoutNotice.Valid(
                id + world.doctor, subject, sid, world.portal.clock().instant().plus(Duration.ofMinutes(5)));
    }

    private BackChannelAnswer announce() {
        return world.service.backChannelLogout("a token", ORIGIN);
    }

    @Test
    void sendsTheBrowserToTheProviderWithTheTokenOfItsLogin() {
        long session = session();

        String address = world.service.logoutAddress(session).orElseThrow().toString();

        assertThat(address).contains("id_token_hint=" + ProviderStub.ID_TOKEN);
        String state = address.substring(address.indexOf("&state=") + 7);
        assertThat(world.service.cameFromLogout(state)).isTrue();
        assertThat(world.service.cameFromLogout("x" + state)).isFalse();
        assertThat(world.service.cameFromLogout("")).isFalse();
    }

    @Test
    void keepsTheTokenSealedAndNoLongerThanTheSession() {
        long session = session();
        assertThat(world.rows.one("select sealed_token from prosanteconnect_session where session_id = ?", session))
                .isNotNull()
                .doesNotContain(ProviderStub.ID_TOKEN);

        world.portal.get(WorkSessionService.class).end(session, EndReason.LOGOUT);

        assertThat(world.rows.count("prosanteconnect_session", "session_id = ?", session))
                .isZero();
        assertThat(world.service.logoutAddress(session)).isEmpty();
    }

    @Test
    void keepsNothingForASessionThatHasEnded() {
        Arrival.Proven proven = (Arrival.Proven) world.login();
        long session = world.open(proven);
        world.portal.get(WorkSessionService.class).end(session, EndReason.LOGOUT);

        world.service.attach(session, proven.ticket());

        assertThat(world.rows.count("prosanteconnect_session", "session_id = ?", session))
                .isZero();
    }

    @Test
    void logsInAllTheSameWithATokenTooLongToBeKept() {
        Arrival.Proven proven = (Arrival.Proven) world.login();
        long session = world.open(new Arrival.Proven(
                proven.account(),
                proven.level(),
                proven.supportCode(),
                proven.proved(),
                new ProviderSession("x".repeat(20_000), "sub", Optional.empty())));

        assertThat(world.endOf(session)).isNull();
        assertThat(world.service.logoutAddress(session)).isEmpty();
    }

    @Test
    void knowsNoLogoutAddressWhileTheProviderIsDown() {
        long session = session();
        world.provider.down = true;

        assertThat(world.service.logoutAddress(session)).isEmpty();
    }

    @Test
    void endsTheSessionsOfTheProvidersSessionAndNoOther() {
        long session = session();
        world.provider.notice = notice("a", Optional.empty(), Optional.of("sid-other"));
        assertThat(announce()).isEqualTo(BackChannelAnswer.DONE);
        assertThat(world.endOf(session)).isNull();

        world.provider.notice = notice("b", Optional.empty(), Optional.of("sid-" + world.rpps));

        assertThat(announce()).isEqualTo(BackChannelAnswer.DONE);
        assertThat(world.endOf(session)).isEqualTo("PROVIDER_LOGOUT");
    }

    @Test
    void endsEverySessionOfThePersonWhenNoSessionIsNamed() {
        long first = session();
        long second = session();
        world.provider.notice = notice("c", Optional.of("sub-" + world.rpps), Optional.empty());

        assertThat(announce()).isEqualTo(BackChannelAnswer.DONE);
        assertThat(world.endOf(first) + world.endOf(second)).isEqualTo("PROVIDER_LOGOUTPROVIDER_LOGOUT");
    }

    @Test
    void believesALogoutTokenOnce() {
        world.provider.notice = notice("d", Optional.of("sub-" + world.rpps), Optional.empty());
        announce();
        long later = session();

        assertThat(announce()).isEqualTo(BackChannelAnswer.REFUSED);
        assertThat(world.endOf(later)).isNull();
    }

    @Test
    void refusesWhatIsNoLogoutTokenAndAsksToComeBackWhenItCannotTell() {
        world.provider.notice = new LogoutNotice.Invalid("signature");
        assertThat(announce()).isEqualTo(BackChannelAnswer.REFUSED);

        world.provider.down = true;

        assertThat(announce()).isEqualTo(BackChannelAnswer.UNAVAILABLE);
    }
}
