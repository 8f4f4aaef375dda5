package fr.sisamu.portail.web.administration;

import fr.sisamu.portail.administration.Change;
import fr.sisamu.portail.administration.UnitAdministration;
import fr.sisamu.portail.unit.UnitName;
import fr.sisamu.portail.web.page.Note;
import fr.sisamu.portail.web.page.Redirect;
import fr.sisamu.portail.web.page.Typed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Behind {@code administration/units.xhtml}. */
@Named
@RequestScoped
public class UnitsPage {

    @Inject
    Typed typed;

    @Inject
    CurrentRights rights;

    @Inject
    UnitAdministration units;

    @Inject
    Redirect redirect;

    private List<UnitName> names;
    private Change problem;

    public void add() {
        Change change = units.add(rights.get(), typed.in("code"), typed.in("name"));
        if (change == Change.SAVED) {
            redirect.to(Place.UNITS.getPath(), Note.Kind.SAVED);
        } else {
            problem = change;
        }
    }

    public List<UnitName> getNames() {
        if (names == null) {
            names = units.names(rights.get());
        }
        return names;
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
