package fr.sisamu.portail.administration;

import static fr.sisamu.portail.administration.AdministrationWorld.ADMINISTRATOR;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.phone.DirectoryPhone;
import fr.sisamu.portail.testdb.TestDatabase;
import fr.sisamu.portail.unit.CardFirst;
import fr.sisamu.portail.unit.UnitAccess;
import fr.sisamu.portail.unit.UnitName;
import fr.sisamu.portail.unit.UnitSheet;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class UnitAdministrationTest {

    static final AtomicInteger NEXT = new AtomicInteger(36 * 36);
    static final UnitAccess CARD_ALONE = new UnitAccess(false, false, CardFirst.EVERYONE);

    final AdministrationWorld world;
    final UnitAdministration units;
    final PhoneAdministration phones;
    final String code = "FR" + Integer.toString(NEXT.getAndIncrement(), 36).toUpperCase(Locale.ROOT);
    final long unit;

    UnitAdministrationTest(TestDatabase.Kind database) {
        world = new AdministrationWorld(database);
        units = world.portal.get(UnitAdministration.class);
        phones = world.portal.get(PhoneAdministration.class);
        assertThat(units.add(ADMINISTRATOR, code.toLowerCase(Locale.ROOT), "SAMU " + code))
                .isEqualTo(Change.SAVED);
        unit = units.names(ADMINISTRATOR).stream()
                .filter(one -> one.code().equals(code))
                .mapToLong(UnitName::id)
                .findFirst()
                .orElseThrow();
    }

    UnitSheet sheet() {
        return units.find(ADMINISTRATOR, unit).orElseThrow();
    }

    DirectoryPhone phone(String number) {
        return phones.of(ADMINISTRATOR, unit).stream()
                .filter(one -> one.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void refusesACodeTwiceAndAWrongOne() {
        assertThat(units.add(ADMINISTRATOR, code, "Autre")).isEqualTo(Change.TAKEN);
        assertThat(units.add(ADMINISTRATOR, "DE123", "Autre")).isEqualTo(Change.CODE_REFUSED);
        assertThat(units.add(ADMINISTRATOR, "FR12", " ")).isEqualTo(Change.CODE_REFUSED);
        assertThat(units.add(ADMINISTRATOR, "FR12Z", " ")).isEqualTo(Change.TEXT_REFUSED);
    }

    @Test
    void settlesForTheFirstOfTwoAdministrators() {
        int read = sheet().version();

        assertThat(units.change(ADMINISTRATOR, unit, read, "SAMU", Duration.ofMinutes(30), CARD_ALONE))
                .isEqualTo(Change.SAVED);
        assertThat(units.change(ADMINISTRATOR, unit, read, "Autre", Duration.ofMinutes(30), CARD_ALONE))
                .isEqualTo(Change.CHANGED_MEANWHILE);

        assertThat(sheet().unit().access()).isEqualTo(CARD_ALONE);
        assertThat(sheet().unit().idleTimeout()).isEqualTo(Duration.ofMinutes(30));
        assertThat(world.tracedOn(code))
                .startsWith("UNIT_CHANGED by hugo.factice; before")
                .contains("after", "EVERYONE");
    }

    @Test
    void refusesAnIdleTimeThatTheDatabaseWouldNotTake() {
        int read = sheet().version();

        assertThat(units.change(ADMINISTRATOR, unit, read, "SAMU", Duration.ofSeconds(299), CARD_ALONE))
                .isEqualTo(Change.IDLE_REFUSED);
        assertThat(units.change(ADMINISTRATOR, unit, read, "SAMU", Duration.ofHours(13), CARD_ALONE))
                .isEqualTo(Change.IDLE_REFUSED);
        assertThat(sheet().version()).isEqualTo(read);
    }

    @Test
    void keepsTheDirectoryOfPhones() {
        assertThat(phones.add(ADMINISTRATOR, unit, "41 01", "Poste 1")).isEqualTo(Change.SAVED);
        assertThat(phones.add(ADMINISTRATOR, unit, "4101", "Encore")).isEqualTo(Change.TAKEN);
        assertThat(phones.add(ADMINISTRATOR, unit, "abc", "Poste")).isEqualTo(Change.NUMBER_REFUSED);
        assertThat(phones.add(ADMINISTRATOR, unit, "4102", "")).isEqualTo(Change.TEXT_REFUSED);
        assertThat(phones.add(ADMINISTRATOR, -1, "4102", "Poste")).isEqualTo(Change.NOT_FOUND);

        assertThat(phones.change(ADMINISTRATOR, unit, edit(phone("4101"), "Salle", false)))
                .isEqualTo(Change.SAVED);

        assertThat(phone("4101")).isEqualTo(new DirectoryPhone(phone("4101").id(), "4101", "Salle", false));
        assertThat(world.tracedOn(code))
                .isEqualTo("PHONE_CHANGED by hugo.factice; ••••01 before Poste 1 in use, after Salle out of use");
    }

    @Test
    void letsTheFirstOfTwoChangesOfAPhoneCount() {
        phones.add(ADMINISTRATOR, unit, "4101", "Poste 1");
        DirectoryPhone seenByBoth = phone("4101");

        assertThat(phones.change(ADMINISTRATOR, unit, edit(seenByBoth, "Salle", true)))
                .isEqualTo(Change.SAVED);
        assertThat(phones.change(ADMINISTRATOR, unit, edit(seenByBoth, "Garage", true)))
                .isEqualTo(Change.CHANGED_MEANWHILE);

        assertThat(phone("4101").label()).isEqualTo("Salle");
    }

    @Test
    void changesNoPhoneOfAnotherUnit() {
        phones.add(ADMINISTRATOR, unit, "4101", "Poste 1");
        long other = world.rows.unit("SAMU", 3600);

        assertThat(phones.change(ADMINISTRATOR, other, edit(phone("4101"), "Volé", true)))
                .isEqualTo(Change.NOT_FOUND);
        assertThat(phone("4101").label()).isEqualTo("Poste 1");
    }

    private static PhoneEdit edit(DirectoryPhone seen, String label, boolean active) {
        return new PhoneEdit(seen.id(), seen.label(), seen.active(), label, active);
    }
}
