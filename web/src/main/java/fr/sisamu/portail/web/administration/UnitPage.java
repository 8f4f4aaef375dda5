package fr.sisamu.portail.web.administration;

import fr.sisamu.portail.administration.Change;
import fr.sisamu.portail.administration.UnitAdministration;
import fr.sisamu.portail.unit.CardFirst;
import fr.sisamu.portail.unit.UnitAccess;
import fr.sisamu.portail.unit.UnitSheet;
import fr.sisamu.portail.web.page.Missing;
import fr.sisamu.portail.web.page.Note;
import fr.sisamu.portail.web.page.Redirect;
import fr.sisamu.portail.web.page.Typed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Behind {@code administration/unit.xhtml}: what a unit lets in. */
@Named
@RequestScoped
public class UnitPage {

    @Inject
    Typed typed;

    @Inject
    CurrentRights rights;

    @Inject
    UnitAdministration units;

    @Inject
    Missing missing;

    @Inject
    Redirect redirect;

    private Optional<UnitSheet> sheet = Optional.empty();
    private Change problem;

    /** Whether there is anything to show, or to hear the forms of. */
    public boolean isPresent() {
        load();
        return sheet.isPresent();
    }

    /** Runs before the page is rendered: a unit that is not there is a page that is not there. */
    public void enter() {
        if (!isPresent()) {
            missing.answer();
        }
    }

    public void save() {
        int version = typed.version();
        Duration idle = Duration.ofMinutes(
                typed.number("idle").filter(minutes -> minutes <= 100_000).orElse(0L));
        CardFirst cardFirst = Arrays.stream(CardFirst.values())
                .filter(rule -> rule.name().equals(typed.in("card")))
                .findFirst()
                .orElse(CardFirst.EVERYONE);
        UnitAccess access = new UnitAccess(typed.ticked("otp"), typed.ticked("mail"), cardFirst);
        Change change = units.change(rights.get(), id(), version, typed.in("name"), idle, access);
        if (change == Change.SAVED) {
            redirect.to(address(), Note.Kind.SAVED);
        } else {
            problem = change;
        }
    }

    public UnitSheet getSheet() {
        load();
        return sheet.orElseThrow();
    }

    public long id() {
        return typed.number("id").orElse(-1L);
    }

    String address() {
        return Place.UNIT.getPath() + "?id=" + id();
    }

    public List<CardFirst> getRules() {
        return List.of(CardFirst.values());
    }

    /** Message key of what went wrong, or null. */
    public String getProblem() {
        return problem == null ? null : "administration.refused." + problem;
    }

    private void load() {
        if (sheet.isEmpty()) {
            sheet = units.find(rights.get(), id());
        }
    }
}
