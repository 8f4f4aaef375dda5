package fr.sisamu.portail.web.administration;

import fr.sisamu.portail.administration.Change;
import fr.sisamu.portail.administration.ProfileAdministration;
import fr.sisamu.portail.administration.UnitAdministration;
import fr.sisamu.portail.profile.HeldProfile;
import fr.sisamu.portail.unit.UnitName;
import fr.sisamu.portail.web.page.Note;
import fr.sisamu.portail.web.page.Redirect;
import fr.sisamu.portail.web.page.Typed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The profiles of the account in view. */
@Named
@RequestScoped
public class AccountProfiles {

    @Inject
    Typed typed;

    @Inject
    CurrentRights rights;

    @Inject
    AccountInView account;

    @Inject
    ProfileAdministration profiles;

    @Inject
    UnitAdministration units;

    @Inject
    Redirect redirect;

    private List<HeldProfile> held;
    private List<UnitName> names;
    private Change problem;

    public void add() {
        after(profiles.add(rights.get(), account.id(), typed.number("unit").orElse(-1L), terms()));
    }

    public void change() {
        long profile = typed.number("profile").orElse(-1L);
        int version = typed.version();
        after(profiles.change(rights.get(), account.id(), profile, version, terms()));
    }

    private ProfileAdministration.Typed terms() {
        return new ProfileAdministration.Typed(
                typed.in("function"), typed.ticked("phone"), typed.in("from"), typed.in("until"));
    }

    private void after(Change change) {
        if (change == Change.SAVED) {
            redirect.to(account.address(), Note.Kind.SAVED);
        } else {
            problem = change;
        }
    }

    public List<HeldProfile> getHeld() {
        if (held == null) {
            held = profiles.of(rights.get(), account.id());
        }
        return held;
    }

    /** The units to choose from. */
    public List<UnitName> getUnits() {
        if (names == null) {
            names = units.names(rights.get());
        }
        return names;
    }

    /** The last day as its field takes it; nothing for a profile without an end. */
    public String until(HeldProfile profile) {
        return profile.terms().validUntil().map(Object::toString).orElse("");
    }

    /** What was typed into a field, if it was refused. */
    public String typed(String field) {
        return problem == null ? "" : typed.in(field);
    }

    /** Message key of what went wrong, or null. */
    public String getProblem() {
        return problem == null ? null : "administration.refused." + problem;
    }
}
