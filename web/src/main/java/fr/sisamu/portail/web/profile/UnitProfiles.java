package fr.sisamu.portail.web.profile;

import fr.sisamu.portail.profile.Profile;
import fr.sisamu.portail.unit.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The profiles of one unit, as a group of choices. */
public record UnitProfiles(Unit unit, List<Profile> profiles) {

    /** Groups by unit and keeps the order given: the unit of the profile chosen last comes first. */
    static List<UnitProfiles> group(List<Profile> profiles) {
        Map<Unit, List<Profile>> byUnit = new LinkedHashMap<>();
        profiles.forEach(profile -> byUnit.computeIfAbsent(profile.unit(), unit -> new ArrayList<>())
                .add(profile));
        return byUnit.entrySet().stream()
                .map(unit -> new UnitProfiles(unit.getKey(), unit.getValue()))
                .toList();
    }
}
