package fr.sisamu.portail.prosanteconnect;

import static fr.sisamu.portail.prosanteconnect.PscWorld.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.testdb.TestDatabase;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class CibaServiceTest {

    final PscWorld world;
    final CibaService ciba;

    CibaServiceTest(TestDatabase.Kind database) {
        world = new PscWorld(database);
        ciba = world.portal.get(CibaService.class);
        world.provider.ciba = asked();
    }

    private static CibaAnswer asked() {
        return new CibaAnswer.Asked("a-request-id", Duration.ofSeconds(120), Duration.ofSeconds(1));
    }

    private CibaStart start(String typed) {
        return ciba.start(typed, Optional.empty(), ORIGIN);
    }

    private CibaStart.Asked begun() {
        CibaStart.Asked asked = (CibaStart.Asked) start(world.rpps);
        world.provider.ciba = new CibaAnswer.Pending(false);
        return asked;
    }

    private CibaProgress after(long seconds, CibaStart.Asked asked) {
        world.portal.clock().advance(Duration.ofSeconds(seconds));
        return ciba.progress(asked.browserSecret(), ORIGIN);
    }

    private void approved(String... identifiers) {
        world.provider.ciba = new CibaAnswer.Judged(ProviderStub.holderOf(identifiers));
    }

    private Arrival.Refused refused(CibaProgress progress, PscRefusal reason) {
        Arrival.Refused refused = (Arrival.Refused) ((CibaProgress.Over) progress).arrival();
        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(world.traced(refused.supportCode())).contains(reason.name(), ORIGIN);
        return refused;
    }

    @Test
    void showsTheDigitsThatTheEcpsShowsAndLetsInWhoeverApproves() {
        CibaStart.Asked asked = begun();
        assertThat(asked.digits()).matches("[0-9]{2}");
        assertThat(world.provider.askedOnPhone).containsExactly(world.rpps + " " + asked.digits());
        assertThat(after(1, asked)).isEqualTo(new CibaProgress.Waiting(asked.digits(), asked.expires()));

        approved(world.rpps);

        Arrival arrival = ((CibaProgress.Over) after(1, asked)).arrival();
        assertThat(((Arrival.Proven) arrival).account()).isEqualTo(world.account());
        assertThat(after(1, asked)).isEqualTo(new CibaProgress.Nothing());
    }

    @Test
    void takesElevenDigitsForAnRpps() {
        start("10 099 900 013");

        assertThat(world.provider.askedOnPhone).singleElement().asString().startsWith("810099900013 ");
    }

    @Test
    void asksNobodyForWhatIsNoIdentifier() {
        for (String typed :
                new String[] {"", "   ", "un agent à moi", "8".repeat(33), "x".repeat(10_000), "a;b", "é"}) {
            assertThat(start(typed)).isEqualTo(new CibaStart.Malformed());
        }
        assertThat(world.provider.askedOnPhone).isEmpty();
    }

    @Test
    void asksTheProviderOncePerIntervalHoweverOftenThePageAsks() {
        CibaStart.Asked asked = begun();
        world.portal.clock().advance(Duration.ofSeconds(1));

        for (int i = 0; i < 20; i++) {
            ciba.progress(asked.browserSecret(), ORIGIN);
        }

        assertThat(world.provider.polls).isEqualTo(1);
    }

    @Test
    void asksLessOftenWhenToldTo() {
        CibaStart.Asked asked = begun();
        world.provider.ciba = new CibaAnswer.Pending(true);
        after(1, asked);
        after(1, asked);
        assertThat(world.provider.polls).isEqualTo(2);

        after(5, asked);
        assertThat(world.provider.polls).isEqualTo(2);
        after(1, asked);
        assertThat(world.provider.polls).isEqualTo(3);
    }

    @Test
    void tellsARefusalOnTheEcps() {
        CibaStart.Asked asked = begun();
        world.provider.ciba = new CibaAnswer.Judged(new Proof.Nothing(PscRefusal.DENIED, "access_denied"));

        refused(after(1, asked), PscRefusal.DENIED);
    }

    @Test
    void endsByItselfWhenNobodyAnswers() {
        CibaStart.Asked asked = begun();
        assertThat(after(119, asked)).isInstanceOf(CibaProgress.Waiting.class);
        approved(world.rpps);

        refused(after(1, asked), PscRefusal.NOT_ANSWERED);
        assertThat(world.provider.polls).isEqualTo(1);
    }

    @Test
    void refusesTheEcpsOfSomebodyElse() {
        CibaStart.Asked asked = begun();
        approved(world.rows.identifier(world.rows.account("Dominique", "Factice")));

        refused(after(1, asked), PscRefusal.UNTRUSTED_ANSWER);
    }

    @Test
    void countsNoAnswerThatComesAfterGivingUp() {
        CibaStart.Asked asked = begun();
        approved(world.rpps);

        ciba.giveUp(asked.browserSecret());

        assertThat(after(1, asked)).isEqualTo(new CibaProgress.Nothing());
    }

    @Test
    void waitsForTheLatestRequestOfABrowserAlone() {
        CibaStart.Asked first = begun();
        world.provider.ciba = asked();
        CibaStart.Asked second = (CibaStart.Asked) ciba.start(world.rpps, Optional.of(first.browserSecret()), ORIGIN);

        assertThat(second.browserSecret()).isEqualTo(first.browserSecret());
        assertThat(((CibaProgress.Waiting) ciba.progress(first.browserSecret(), ORIGIN)).digits())
                .isEqualTo(second.digits());
    }

    @Test
    void waitsOnWhileTheProviderIsDown() {
        CibaStart.Asked asked = begun();
        world.provider.down = true;
        assertThat(after(1, asked)).isInstanceOf(CibaProgress.Waiting.class);
        world.provider.down = false;
        approved(world.rpps);

        assertThat(after(1, asked)).isInstanceOf(CibaProgress.Over.class);
    }

    @Test
    void saysWhyTheEcpsCouldNotBeAsked() {
        world.provider.down = true;
        assertThat(((CibaStart.Refused) start(world.rpps)).reason()).isEqualTo(PscRefusal.UNREACHABLE);
        world.provider.down = false;
        world.provider.ciba = new CibaAnswer.Judged(new Proof.Nothing(PscRefusal.PROVIDER_ERROR, "unknown_user_id"));

        CibaStart.Refused refused = (CibaStart.Refused) start(world.rpps);

        assertThat(refused.reason()).isEqualTo(PscRefusal.PROVIDER_ERROR);
        assertThat(world.traced(refused.supportCode())).contains("unknown_user_id");
    }

    @Test
    void ringsNoTelephoneAllNight() {
        for (int i = 0; i < 50; i++) {
            start(world.rpps);
        }

        assertThat(world.provider.askedOnPhone).hasSizeLessThan(6);
        assertThat(((CibaStart.Refused) start(world.rpps)).reason()).isEqualTo(PscRefusal.TOO_MANY);
    }

    @Test
    void asksNobodyWhileItIsOff() {
        world.portal.get(CibaService.class).settings.ciba = false;

        assertThat(ciba.enabled()).isFalse();
        assertThat(start(world.rpps)).isInstanceOf(CibaStart.Refused.class);
        assertThat(world.provider.askedOnPhone).isEmpty();
    }

    @Test
    void keepsTheNameOfTheRequestSealed() {
        CibaStart.Asked asked = begun();

        assertThat(world.rows.one("select string_agg(sealed_request, ' ') from prosanteconnect_push"))
                .doesNotContain("a-request-id", world.rpps);
        assertThat(asked.toString()).doesNotContain(asked.browserSecret());
    }
}
