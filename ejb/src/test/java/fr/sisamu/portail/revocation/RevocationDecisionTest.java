package fr.sisamu.portail.revocation;

import static fr.sisamu.portail.revocation.ListWorld.GOOD;
import static fr.sisamu.portail.revocation.ListWorld.REVOKED;
import static fr.sisamu.portail.revocation.ListWorld.WEEK;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.TestDatabase;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class RevocationDecisionTest {

    static final Duration GRACE = Duration.ofDays(2);

    final ListWorld world;

    RevocationDecisionTest(TestDatabase.Kind database) {
        world = new ListWorld(database);
    }

    @Test
    void knowsNothingWithoutAnyList() {
        assertThat(world.check(GOOD)).isEqualTo(RevocationAnswer.UNKNOWN);
    }

    @Test
    void tellsTheRevokedFromTheGood() {
        world.take(world.list(1));

        assertThat(world.check(GOOD)).isEqualTo(RevocationAnswer.GOOD);
        assertThat(world.check(REVOKED)).isEqualTo(RevocationAnswer.REVOKED);
    }

    @Test
    void acceptsGoodCardsUntilTheGraceIsOverAndRevokedOnesNever() {
        world.take(world.list(1));

        world.portal.clock().advance(WEEK);
        assertThat(world.check(GOOD)).isEqualTo(RevocationAnswer.GOOD);
        world.portal.clock().advance(GRACE);
        assertThat(world.check(GOOD)).isEqualTo(RevocationAnswer.GOOD_WITHIN_GRACE);
        assertThat(world.check(REVOKED)).isEqualTo(RevocationAnswer.REVOKED);
        world.portal.clock().advance(Duration.ofSeconds(1));
        assertThat(world.check(GOOD)).isEqualTo(RevocationAnswer.UNKNOWN);
        assertThat(world.check(REVOKED)).isEqualTo(RevocationAnswer.REVOKED);
    }

    @Test
    void letsADebrayagePassGoodCardsUntilItsEnd() {
        RevocationBypassService bypass = world.portal.get(RevocationBypassService.class);

        assertThat(bypass.open("serveur de l’IGC arrêté", world.now().plusSeconds(3600), "ADM0001"))
                .isEqualTo(BypassOpening.OPENED);
        assertThat(world.check(GOOD)).isEqualTo(RevocationAnswer.BYPASSED);
        world.portal.clock().advance(Duration.ofHours(1));
        assertThat(world.check(GOOD)).isEqualTo(RevocationAnswer.UNKNOWN);
    }

    @Test
    void refusesRevokedCardsDuringADebrayage() {
        world.take(world.list(1));
        world.portal.clock().advance(WEEK.plus(GRACE).plusDays(1));
        world.portal
                .get(RevocationBypassService.class)
                .open("serveur de l’IGC arrêté", world.now().plusSeconds(3600), "ADM0001");

        assertThat(world.check(GOOD)).isEqualTo(RevocationAnswer.BYPASSED);
        assertThat(world.check(REVOKED)).isEqualTo(RevocationAnswer.REVOKED);
    }

    @Test
    void opensNoDebrayageWithoutAReasonAnEndOrAName() {
        RevocationBypassService bypass = world.portal.get(RevocationBypassService.class);

        assertThat(bypass.open("court", world.now().plusSeconds(60), "ADM0001")).isEqualTo(BypassOpening.WORDS_MISSING);
        assertThat(bypass.open("serveur de l’IGC arrêté", world.now().plusSeconds(60), " "))
                .isEqualTo(BypassOpening.WORDS_MISSING);
        assertThat(bypass.open("serveur de l’IGC arrêté", world.now(), "ADM0001"))
                .isEqualTo(BypassOpening.END_REFUSED);
        assertThat(bypass.open("serveur de l’IGC arrêté", world.now().plus(Duration.ofDays(4)), "ADM0001"))
                .isEqualTo(BypassOpening.END_REFUSED);
        assertThat(world.check(GOOD)).isEqualTo(RevocationAnswer.UNKNOWN);
    }

    @Test
    void addsADeltaToItsFullListAndTakesItsReleasesOff() {
        world.take(world.list(1));
        world.take(ListWorld.AUTHORITY.deltaCrl(
                world.now(), world.now().plus(WEEK), BigInteger.TWO, BigInteger.ONE, List.of(ListWorld.serial(GOOD))));

        assertThat(world.check(GOOD)).isEqualTo(RevocationAnswer.REVOKED);
        assertThat(world.check(REVOKED)).isEqualTo(RevocationAnswer.REVOKED);
    }

    @Test
    void remembersAfterARestartWithTheServersGone() {
        world.take(world.list(1));

        Portal restarted = world.start();
        restarted.get(RevocationLists.class).refresh();

        assertThat(world.check(restarted, GOOD)).isEqualTo(RevocationAnswer.GOOD);
        assertThat(world.check(restarted, REVOKED)).isEqualTo(RevocationAnswer.REVOKED);
    }
}
