package fr.sisamu.portail.administration;

import static fr.sisamu.portail.administration.AdministrationWorld.ADMINISTRATOR;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.administration.ProfileAdministration.Typed;
import fr.sisamu.portail.profile.HeldProfile;
import fr.sisamu.portail.testdb.TestDatabase;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class ProfileAdministrationTest {

    final AdministrationWorld world;
    final ProfileAdministration profiles;
    final AccountId account;
    final long unit;

    ProfileAdministrationTest(TestDatabase.Kind database) {
        world = new AdministrationWorld(database);
        profiles = world.portal.get(ProfileAdministration.class);
        account = world.account("Marie", "Factice");
        unit = world.rows.unit("SAMU", 3600);
    }

    static Typed typed(String function, String from, String until) {
        return new Typed(function, true, from, until);
    }

    HeldProfile only() {
        return profiles.of(ADMINISTRATOR, account).get(0);
    }

    @Test
    void givesAProfileWithOrWithoutAnEnd() {
        assertThat(profiles.add(ADMINISTRATOR, account, unit, typed(" ARM ", "2026-03-01", "")))
                .isEqualTo(Change.SAVED);
        assertThat(profiles.add(ADMINISTRATOR, account, unit, typed("Superviseur", "2026-03-01", "2026-03-01")))
                .isEqualTo(Change.SAVED);

        assertThat(profiles.of(ADMINISTRATOR, account))
                .extracting(held -> held.terms().function())
                .containsExactly("ARM", "Superviseur");
        assertThat(only().terms().validUntil()).isEmpty();
        assertThat(world.traced(account)).startsWith("PROFILE_ADDED by hugo.factice; after unit " + unit);
    }

    @Test
    void refusesWhatIsNoProfile() {
        assertThat(profiles.add(ADMINISTRATOR, account, unit, typed("ARM", "2026-03-02", "2026-03-01")))
                .isEqualTo(Change.END_BEFORE_START);
        assertThat(profiles.add(ADMINISTRATOR, account, unit, typed("ARM", "", "")))
                .isEqualTo(Change.DATE_REFUSED);
        assertThat(profiles.add(ADMINISTRATOR, account, unit, typed("ARM", "2026-02-30", "")))
                .isEqualTo(Change.DATE_REFUSED);
        assertThat(profiles.add(ADMINISTRATOR, account, unit, typed("ARM", "+999999-01-01", "")))
                .isEqualTo(Change.DATE_REFUSED);
        assertThat(profiles.add(ADMINISTRATOR, account, unit, typed("A".repeat(101), "2026-03-02", "")))
                .isEqualTo(Change.TEXT_REFUSED);
        assertThat(profiles.add(ADMINISTRATOR, account, -1, typed("ARM", "2026-03-02", "")))
                .isEqualTo(Change.NOT_FOUND);
        assertThat(profiles.of(ADMINISTRATOR, account)).isEmpty();
    }

    @Test
    void endsAProfileByItsLastDayForTheFirstOfTwoAdministrators() {
        profiles.add(ADMINISTRATOR, account, unit, typed("ARM", "2026-03-01", ""));
        HeldProfile read = only();

        assertThat(profiles.change(
                        ADMINISTRATOR, account, read.id(), read.version(), typed("ARM", "2026-03-01", "2026-06-30")))
                .isEqualTo(Change.SAVED);
        assertThat(profiles.change(ADMINISTRATOR, account, read.id(), read.version(), typed("Autre", "2026-03-01", "")))
                .isEqualTo(Change.CHANGED_MEANWHILE);

        assertThat(only().terms().validUntil()).contains(LocalDate.of(2026, 6, 30));
        assertThat(world.traced(account)).startsWith("PROFILE_CHANGED").contains("before", "after", "2026-06-30");
    }

    @Test
    void changesNoProfileOfAnotherAccount() {
        profiles.add(ADMINISTRATOR, account, unit, typed("ARM", "2026-03-01", ""));
        HeldProfile read = only();
        AccountId other = world.account("Maria", "Factice");

        assertThat(profiles.change(ADMINISTRATOR, other, read.id(), read.version(), typed("Autre", "2026-03-01", "")))
                .isEqualTo(Change.NOT_FOUND);
        assertThat(only().terms().function()).isEqualTo("ARM");
    }
}
