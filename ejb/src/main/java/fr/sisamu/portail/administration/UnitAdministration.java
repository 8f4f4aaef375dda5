package fr.sisamu.portail.administration;

import fr.sisamu.portail.account.TidyText;
import fr.sisamu.portail.role.Duty;
import fr.sisamu.portail.role.Rights;
import fr.sisamu.portail.unit.Unit;
import fr.sisamu.portail.unit.UnitAccess;
import fr.sisamu.portail.unit.UnitName;
import fr.sisamu.portail.unit.UnitRegister;
import fr.sisamu.portail.unit.UnitSettings;
import fr.sisamu.portail.unit.UnitSheet;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes units and settles what they let in. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class UnitAdministration {

    private static final int LONGEST_NAME = 200;

    /** The idCrra (DST Interfaçage SI-SAMU LRM, formats). */
    private static final Pattern CODE = Pattern.compile("FR[0-9A-Z]{3}");

    @Inject
    UnitRegister register;

    @Inject
    Deeds deeds;

    /** All units by their name, for lists to choose from; needs {@link Duty#SEARCH_ACCOUNTS}. */
    public List<UnitName> names(Rights by) {
        by.demand(Duty.SEARCH_ACCOUNTS);
        return register.names();
    }

    /** A unit and its settings; needs {@link Duty#CHANGE_UNITS}. */
    public Optional<UnitSheet> find(Rights by, long id) {
        by.demand(Duty.CHANGE_UNITS);
        return register.find(id);
    }

    /** Makes a unit with the usual settings; needs {@link Duty#CHANGE_UNITS}. */
    public Change add(Rights by, String typedCode, String typedName) {
        by.demand(Duty.CHANGE_UNITS);
        String code = typedCode.strip().toUpperCase(Locale.ROOT);
        Optional<String> name = TidyText.of(typedName, LONGEST_NAME);
        if (!CODE.matcher(code).matches()) {
            return Change.CODE_REFUSED;
        }
        if (name.isEmpty()) {
            return Change.TEXT_REFUSED;
        }
        if (register.add(code, name.get()).isEmpty()) {
            return Change.TAKEN;
        }
        deeds.trace(by, "UNIT_ADDED", code, "after " + name.get());
        return Change.SAVED;
    }

    /**
     * Settles what a unit lets in; needs {@link Duty#CHANGE_UNITS}.
     *
     * @param version the version of the sheet that was read
     * @param idleTimeout from five minutes to twelve hours
     */
    public Change change(Rights by, long id, int version, String name, Duration idleTimeout, UnitAccess access) {
        by.demand(Duty.CHANGE_UNITS);
        Optional<String> tidy = TidyText.of(name, LONGEST_NAME);
        if (tidy.isEmpty()) {
            return Change.TEXT_REFUSED;
        }
        if (idleTimeout.compareTo(UnitSettings.SHORTEST_IDLE) < 0
                || idleTimeout.compareTo(UnitSettings.LONGEST_IDLE) > 0) {
            return Change.IDLE_REFUSED;
        }
        Optional<UnitSheet> before = register.find(id);
        if (before.isEmpty()) {
            return Change.NOT_FOUND;
        }
        UnitSettings after = new UnitSettings(tidy.get(), idleTimeout, access);
        if (!register.change(id, version, after)) {
            return Change.CHANGED_MEANWHILE;
        }
        Unit former = before.get().unit();
        deeds.trace(by, "UNIT_CHANGED", former.code(), "before " + settings(former) + ", after " + after);
        return Change.SAVED;
    }

    private static UnitSettings settings(Unit unit) {
        return new UnitSettings(unit.name(), unit.idleTimeout(), unit.access());
    }
}
