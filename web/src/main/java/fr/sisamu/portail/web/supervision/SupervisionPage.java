package fr.sisamu.portail.web.supervision;

import fr.sisamu.portail.supervision.AgentOn;
import fr.sisamu.portail.supervision.ChannelResetService;
import fr.sisamu.portail.supervision.Intervention;
import fr.sisamu.portail.supervision.SupervisionService;
import fr.sisamu.portail.supervision.WaitingReset;
import fr.sisamu.portail.web.administration.CurrentRights;
import fr.sisamu.portail.web.administration.Place;
import fr.sisamu.portail.web.page.Note;
import fr.sisamu.portail.web.page.Redirect;
import fr.sisamu.portail.web.page.Typed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Behind {@code administration/supervision.xhtml}: who is on in a unit, and what waits for a second person. */
@Named
@RequestScoped
public class SupervisionPage {

    @Inject
    HttpServletRequest request;

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

    private List<AgentOn> agents;
    private List<WaitingReset> waiting;
    private Intervention problem;

    /**
     * Runs before the page is rendered, and does what a form of the board asks for. The forms are plain ones: Faces finds
     * its buttons by their line, and the lines of a board move.
     */
    public void enter() {
        if (!request.getMethod().equals("POST")) {
            return;
        }
        switch (typed.in("deed")) {
            case "free" ->
                after(
                        supervision.freePhone(rights.get(), unit.id(), number("session"), number("phone")),
                        Note.Kind.PHONE_FREED);
            case "end" ->
                after(supervision.endSession(rights.get(), unit.id(), number("session")), Note.Kind.SESSION_CLOSED);
            case "confirm" ->
                after(resets.confirm(rights.get(), unit.id(), number("reset")), Note.Kind.RESET_CONFIRMED);
            case "reject" -> after(resets.reject(rights.get(), unit.id(), number("reset")), Note.Kind.RESET_REJECTED);
            default -> problem = Intervention.GONE;
        }
    }

    private void after(Intervention result, Note.Kind note) {
        if (result == Intervention.DONE) {
            redirect.to(Place.SUPERVISION.getPath() + "?unit=" + unit.id(), note);
        } else {
            problem = result;
        }
    }

    private long number(String field) {
        return typed.number(field).orElse(-1L);
    }

    public List<AgentOn> getAgents() {
        if (agents == null) {
            agents = supervision.board(rights.get(), unit.getUnit().id());
        }
        return agents;
    }

    public List<WaitingReset> getWaiting() {
        if (waiting == null) {
            waiting = resets.waiting(rights.get(), unit.getUnit().id());
        }
        return waiting;
    }

    /** Message key of what went wrong, or null. */
    public String getProblem() {
        return problem == null ? null : "supervision.refused." + problem;
    }
}
