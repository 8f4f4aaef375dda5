package fr.sisamu.portail.web.supervision;

import fr.sisamu.portail.supervision.AgentOn;
import fr.sisamu.portail.supervision.ChannelResetService;
import fr.sisamu.portail.supervision.Intervention;
import fr.sisamu.portail.supervision.SupervisionService;
import fr.sisamu.portail.supervision.WaitingReset;
import fr.sisamu.portail.web.administration.CurrentRights;
import fr.sisamu.portail.web.administration.Place;
import fr.sisamu.portail.web.login.LiveStates;
import fr.sisamu.portail.web.login.WayState;
import fr.sisamu.portail.web.page.Note;
import fr.sisamu.portail.web.page.Redirect;
import fr.sisamu.portail.web.page.Typed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Behind {@code administration/supervision.xhtml}: who is on in a unit, and what waits for a second person. */
@Named
@RequestScoped
public class SupervisionPage {

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
    LiveStates states;

    @Inject
    Redirect redirect;

    private List<AgentOn> agents;
    private List<WaitingReset> waiting;
    private Intervention problem;

    public void freePhone() {
        long phone = typed.number("phone").orElse(-1L);
        after(supervision.freePhone(rights.get(), unit.id(), session(), phone), Note.Kind.PHONE_FREED);
    }

    public void endSession() {
        after(supervision.endSession(rights.get(), unit.id(), session()), Note.Kind.SESSION_CLOSED);
    }

    public void confirmReset() {
        after(resets.confirm(rights.get(), unit.id(), reset()), Note.Kind.RESET_CONFIRMED);
    }

    public void rejectReset() {
        after(resets.reject(rights.get(), unit.id(), reset()), Note.Kind.RESET_REJECTED);
    }

    private void after(Intervention result, Note.Kind note) {
        if (result == Intervention.DONE) {
            redirect.to(Place.SUPERVISION.getPath() + "?unit=" + unit.id(), note);
        } else {
            problem = result;
        }
    }

    private long session() {
        return typed.number("session").orElse(-1L);
    }

    private long reset() {
        return typed.number("reset").orElse(-1L);
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

    public WayState getCardState() {
        return states.card();
    }

    public WayState getOtpState() {
        return states.otp();
    }

    /** Message key of what went wrong, or null. */
    public String getProblem() {
        return problem == null ? null : "supervision.refused." + problem;
    }
}
