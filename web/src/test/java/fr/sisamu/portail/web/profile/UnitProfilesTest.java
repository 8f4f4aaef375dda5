package fr.sisamu.portail.web.profile;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.profile.Profile;
import fr.sisamu.portail.unit.CardFirst;
import fr.sisamu.portail.unit.Unit;
import fr.sisamu.portail.unit.UnitAccess;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnitProfilesTest {

    static final UnitAccess ACCESS = new UnitAccess(true, true, CardFirst.ARM);
    static final Unit CRRA = new Unit(1, "FR35A", "CRRA", Duration.ofHours(12), ACCESS);
    static final Unit SMUR = new Unit(2, "FR35B", "SMUR", Duration.ofHours(12), ACCESS);

    @Test
    void keepsTheUnitOfTheLastChoiceFirst() {
        List<UnitProfiles> groups = UnitProfiles.group(List.of(profile(7, SMUR), profile(3, CRRA), profile(5, SMUR)));

        assertThat(groups).extracting(UnitProfiles::unit).containsExactly(SMUR, CRRA);
        assertThat(groups.get(0).profiles()).extracting(Profile::id).containsExactly(7L, 5L);
    }

    private static Profile profile(long id, Unit unit) {
        return new Profile(id, unit, "ARM", true, LocalDate.of(2026, 1, 1), Optional.empty());
    }
}
