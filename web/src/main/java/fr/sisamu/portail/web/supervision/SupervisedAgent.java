package fr.sisamu.portail.web.supervision;

import fr.sisamu.portail.message.ChannelKind;
import fr.sisamu.portail.supervision.AgentOfUnit;
import fr.sisamu.portail.supervision.ChannelResetService;
import fr.sisamu.portail.supervision.Intervention;
import fr.sisamu.portail.supervision.SupervisionService;
import fr.sisamu.portail.web.administration.CurrentRights;
import fr.sisamu.portail.web.administration.Place;
import fr.sisamu.portail.web.page.Missing;
import fr.sisamu.portail.web.page.Note;
import fr.sisamu.portail.web.page.Redirect;
import fr.sisamu.portail.web.page.Typed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;

/** Behind {@code administration/supervision-agent.xhtml}: one agent of the unit, who cannot come in. */
@Named
@RequestScoped
public class SupervisedAgent {

    @Inject
    Typed typed;

    @Inject
    CurrentRights rights;

    @Inject
    UnitInView unit;

    @Inject
    SupervisionService supervision;

    @Inject
    ChannelResetService resets;

    @Inject
    Redirect redirect;

    @Inject
    Missing missing;

    private Optional<AgentOfUnit> agent;
    private Intervention problem;

    /**
     * Runs before the page is rendered: an address that names no unit is a page that is not there, and one that names
     * somebody else's is refused.
     */
    public void enter() {
        boolean named = typed.number("unit").isPresent();
        if (named) {
            find();
        }
        if (!named || unit.getUnit() == null) {
            missing.answer();
        }
    }

    public void unblock() {
        after(
                Note.Kind.UNBLOCKED,
                (unitId, found) -> supervision.unblock(
                        rights.get(), unitId, found.account().id()));
    }

    public void askReset() {
        Optional<ChannelKind> kind = Arrays.stream(ChannelKind.values())
                .filter(one -> one.name().equals(typed.in("kind")))
                .findFirst();
        after(
                Note.Kind.RESET_ASKED,
                (unitId, found) -> kind.isEmpty()
                        ? Intervention.NO_CHANNEL
                        : resets.ask(rights.get(), unitId, found.account().id(), kind.get()));
    }

    private void after(Note.Kind note, BiFunction<Long, AgentOfUnit, Intervention> deed) {
        Intervention result = find().map(found -> deed.apply(unit.id(), found)).orElse(Intervention.NOT_OF_UNIT);
        if (result == Intervention.DONE) {
            redirect.to(Place.SUPERVISION.getPath() + "?unit=" + unit.id(), note);
        } else {
            problem = result;
        }
    }

    /** The identifier as typed. */
    public String getLogin() {
        return typed.in("login");
    }

    /** Null when no agent of the unit has this identifier. */
    public AgentOfUnit getFound() {
        return find().orElse(null);
    }

    private Optional<AgentOfUnit> find() {
        if (agent == null) {
            agent = supervision.find(rights.get(), unit.id(), getLogin());
        }
        return agent;
    }

    /** Message key of what went wrong, or null. */
    public String getProblem() {
        return problem == null ? null : "supervision.refused." + problem;
    }
}
