package fr.sisamu.portail.revocation;

import static fr.sisamu.portail.revocation.ListWorld.AUTHORITY;
import static fr.sisamu.portail.revocation.ListWorld.GOOD;
import static fr.sisamu.portail.revocation.ListWorld.IGC;
import static fr.sisamu.portail.revocation.ListWorld.ROGUE;
import static fr.sisamu.portail.revocation.ListWorld.WEEK;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.partners.igc.Authority;
import fr.sisamu.portail.testdb.TestDatabase;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A list must verify before it replaces anything. */
@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class RevocationImportTest {

    final ListWorld world;

    RevocationImportTest(TestDatabase.Kind database) {
        world = new ListWorld(database);
        assertThat(world.take(world.list(5))).isInstanceOf(ImportResult.Imported.class);
        world.portal.clock().advance(Duration.ofDays(1));
    }

    private void refuses(ListRefusal reason, byte[] list) {
        assertThat(world.take(list))
                .isInstanceOfSatisfying(
                        ImportResult.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
        assertThat(world.check(GOOD)).as("the list we had").isEqualTo(RevocationAnswer.GOOD);
        assertThat(world.check(ListWorld.REVOKED)).isEqualTo(RevocationAnswer.REVOKED);
    }

    private byte[] signedBy(Authority authority, long number, Duration since) {
        return authority.crl(world.now().plus(since), world.now().plus(WEEK), BigInteger.valueOf(number), List.of());
    }

    @Test
    void refusesASignatureOfAnotherKeyUnderTheSameName() {
        refuses(ListRefusal.FORGED, signedBy(ROGUE, 6, Duration.ZERO));
    }

    @Test
    void refusesAListThatWasChangedOnItsWay() {
        byte[] list = world.list(6);
        list[list.length - 5] ^= 1;

        refuses(ListRefusal.FORGED, list);
    }

    @Test
    void refusesAnAuthorityThatIsNotOurs() {
        refuses(ListRefusal.UNKNOWN_AUTHORITY, signedBy(IGC.authority("ACI-EL-ORG"), 6, Duration.ZERO));
    }

    @Test
    void refusesAnOlderList() {
        refuses(ListRefusal.OLDER, signedBy(AUTHORITY, 4, Duration.ofDays(-2)));
    }

    @Test
    void refusesAListOfTheFuture() {
        refuses(ListRefusal.IN_THE_FUTURE, signedBy(AUTHORITY, 6, Duration.ofMinutes(6)));
    }

    @Test
    void refusesADeltaOverAListThatWeDoNotHold() {
        refuses(
                ListRefusal.DELTA_WITHOUT_BASE,
                AUTHORITY.deltaCrl(
                        world.now(), world.now().plus(WEEK), BigInteger.TEN, BigInteger.valueOf(9), List.of()));
    }

    @Test
    void refusesWhatIsNoList() {
        refuses(ListRefusal.UNREADABLE, "<html>maintenance</html>".getBytes(StandardCharsets.UTF_8));
        refuses(ListRefusal.UNREADABLE, new byte[0]);
    }

    @Test
    void refusesAListLargerThanTheSetting() {
        world.portal.get(RevocationSettings.class).limit = 100;

        refuses(ListRefusal.TOO_BIG, world.list(6));
    }

    @Test
    void takesTheSameListAgainForUnchanged() {
        byte[] next = world.list(6);

        assertThat(world.take(next)).isInstanceOf(ImportResult.Imported.class);
        assertThat(world.take(next)).isInstanceOf(ImportResult.Unchanged.class);
        assertThat(world.portal.rows().count("revocation_list", "delta = false"))
                .as("the former one is gone")
                .isEqualTo(1);
    }
}
