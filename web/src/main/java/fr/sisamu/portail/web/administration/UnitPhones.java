package fr.sisamu.portail.web.administration;

import fr.sisamu.portail.administration.Change;
import fr.sisamu.portail.administration.PhoneAdministration;
import fr.sisamu.portail.administration.PhoneEdit;
import fr.sisamu.portail.phone.DirectoryPhone;
import fr.sisamu.portail.web.page.Note;
import fr.sisamu.portail.web.page.Redirect;
import fr.sisamu.portail.web.page.Typed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The phones of the unit in view. */
@Named
@RequestScoped
public class UnitPhones {

    @Inject
    Typed typed;

    @Inject
    CurrentRights rights;

    @Inject
    UnitPage unit;

    @Inject
    PhoneAdministration phones;

    @Inject
    Redirect redirect;

    private List<DirectoryPhone> all;
    private Change problem;

    public void add() {
        after(phones.add(rights.get(), unit.id(), typed.in("number"), typed.in("label")));
    }

    public void change() {
        PhoneEdit edit = new PhoneEdit(
                typed.number("phone").orElse(-1L),
                typed.in("seen"),
                typed.ticked("seenActive"),
                typed.in("label"),
                typed.ticked("active"));
        after(phones.change(rights.get(), unit.id(), edit));
    }

    private void after(Change change) {
        if (change == Change.SAVED) {
            redirect.to(unit.address(), Note.Kind.SAVED);
        } else {
            problem = change;
        }
    }

    public List<DirectoryPhone> getAll() {
        if (all == null) {
            all = phones.of(rights.get(), unit.id());
        }
        return all;
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
