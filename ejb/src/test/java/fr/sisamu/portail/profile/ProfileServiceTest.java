package fr.sisamu.portail.profile;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.Rows;
import fr.sisamu.portail.testdb.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class ProfileServiceTest {

    static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    final Portal portal;
    final Rows rows;
    final ProfileService profiles;
    final long account;
    final long unit;

    ProfileServiceTest(TestDatabase.Kind database) {
        portal = new Portal(TestDatabase.of(database));
        rows = portal.rows();
        profiles = portal.get(ProfileService.class);
        account = rows.account("Camille", "Durand");
        unit = rows.unit("CRRA 68", 1800);
    }

    @Test
    void offersProfilesFromTheirFirstDayToTheirLastIncluded() {
        long first = rows.profile(account, unit, "ARM", TODAY, null);
        long last = rows.profile(account, unit, "Médecin", TODAY.minusDays(9), TODAY);
        rows.profile(account, unit, "Demain", TODAY.plusDays(1), null);
        rows.profile(account, unit, "Hier", TODAY.minusDays(9), TODAY.minusDays(1));

        assertThat(profiles.validFor(new AccountId(account)))
                .extracting(Profile::id)
                .containsExactly(first, last);
    }

    @Test
    void countsDaysInParis() {
        long tomorrow = rows.profile(account, unit, "ARM", TODAY.plusDays(1), null);
        portal.clock().set(Instant.parse("2026-03-02T22:59:59Z"));
        assertThat(profiles.findValid(new AccountId(account), tomorrow)).isEmpty();

        portal.clock().set(Instant.parse("2026-03-02T23:00:00Z"));
        assertThat(profiles.findValid(new AccountId(account), tomorrow)).isPresent();
    }

    @Test
    void proposesTheLastChosenFirstThenByUnitAndFunction() {
        long other = rows.unit("CRRA 02", 1800);
        long b = rows.profile(account, unit, "ARM", TODAY, null);
        long c = rows.profile(account, unit, "Superviseur", TODAY, null);
        long a = rows.profile(account, other, "ARM", TODAY, null);
        assertThat(profiles.validFor(new AccountId(account)))
                .extracting(Profile::id)
                .containsExactly(a, b, c);

        profiles.chosen(b);
        portal.clock().advance(Duration.ofMinutes(1));
        profiles.chosen(c);

        assertThat(profiles.validFor(new AccountId(account)))
                .extracting(Profile::id)
                .containsExactly(c, b, a);
    }

    @Test
    void showsTheUnitWithItsIdleTime() {
        long id = rows.profile(account, unit, "ARM", TODAY, TODAY);

        Profile profile = profiles.findValid(new AccountId(account), id).orElseThrow();

        assertThat(profile.unit().name()).isEqualTo("CRRA 68");
        assertThat(profile.unit().idleTimeout()).isEqualTo(Duration.ofMinutes(30));
        assertThat(profile.validUntil()).contains(TODAY);
        assertThat(profile.needsPhone()).isTrue();
    }

    @Test
    void doesNotFindTheProfileOfSomeoneElse() {
        long id = rows.profile(rows.account("Alix", "Martin"), unit, "ARM", TODAY, null);

        assertThat(profiles.findValid(new AccountId(account), id)).isEmpty();
    }
}
