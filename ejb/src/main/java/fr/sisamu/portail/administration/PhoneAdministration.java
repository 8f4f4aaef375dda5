package fr.sisamu.portail.administration;

import fr.sisamu.portail.account.TidyText;
import fr.sisamu.portail.phone.DirectoryPhone;
import fr.sisamu.portail.phone.PhoneDirectory;
import fr.sisamu.portail.role.Duty;
import fr.sisamu.portail.role.Rights;
import fr.sisamu.portail.unit.UnitRegister;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Keeps the directory of desk phones; needs {@link Duty#CHANGE_UNITS} in the phone's unit. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PhoneAdministration {

    private static final int LONGEST_LABEL = 100;

    @Inject
    PhoneDirectory directory;

    @Inject
    UnitRegister units;

    @Inject
    Deeds deeds;

    /** The phones of a unit, those out of use included. */
    public List<DirectoryPhone> of(Rights by, long unitId) {
        by.demand(Duty.CHANGE_UNITS, unitId);
        return directory.of(unitId);
    }

    public Change add(Rights by, long unitId, String typedNumber, String typedLabel) {
        by.demand(Duty.CHANGE_UNITS, unitId);
        Optional<String> number = directory.numberIn(typedNumber);
        Optional<String> label = TidyText.of(typedLabel, LONGEST_LABEL);
        if (number.isEmpty()) {
            return Change.NUMBER_REFUSED;
        }
        if (label.isEmpty()) {
            return Change.TEXT_REFUSED;
        }
        if (!directory.add(unitId, number.get(), label.get())) {
            return code(unitId).isPresent() ? Change.TAKEN : Change.NOT_FOUND;
        }
        deeds.trace(
                by,
                "PHONE_ADDED",
                code(unitId).orElse(""),
                "after " + directory.masked(number.get()) + " " + label.get());
        return Change.SAVED;
    }

    /**
     * Renames a phone, puts it out of use or back; whoever holds it keeps it until it is freed. Of two changes of what
     * the same page showed the first one counts.
     */
    public Change change(Rights by, long unitId, PhoneEdit edit) {
        by.demand(Duty.CHANGE_UNITS, unitId);
        Optional<String> label = TidyText.of(edit.label(), LONGEST_LABEL);
        if (label.isEmpty()) {
            return Change.TEXT_REFUSED;
        }
        Optional<DirectoryPhone> before = directory.of(unitId).stream()
                .filter(phone -> phone.id() == edit.phone())
                .findFirst();
        if (before.isEmpty()) {
            return Change.NOT_FOUND;
        }
        DirectoryPhone former = before.get();
        DirectoryPhone seen = new DirectoryPhone(former.id(), former.number(), edit.seenLabel(), edit.seenActive());
        if (!directory.change(unitId, seen, label.get(), edit.active())) {
            return Change.CHANGED_MEANWHILE;
        }
        deeds.trace(
                by,
                "PHONE_CHANGED",
                code(unitId).orElse(""),
                directory.masked(seen.number()) + " before " + seen.label() + " " + use(seen.active()) + ", after "
                        + label.get() + " " + use(edit.active()));
        return Change.SAVED;
    }

    private Optional<String> code(long unitId) {
        return units.find(unitId).map(sheet -> sheet.unit().code());
    }

    private static String use(boolean active) {
        return active ? "in use" : "out of use";
    }
}
