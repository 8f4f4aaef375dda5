package fr.sisamu.portail.web.emergency;

import fr.sisamu.portail.emergency.EmergencyAccessService;
import fr.sisamu.portail.emergency.EmergencyOpening;
import fr.sisamu.portail.emergency.EmergencyOpening.Opened;
import fr.sisamu.portail.emergency.EmergencyOpening.Reason;
import fr.sisamu.portail.emergency.EmergencyOpening.Refused;
import fr.sisamu.portail.emergency.EmergencyWish;
import fr.sisamu.portail.emergency.StandingAccess;
import fr.sisamu.portail.role.Duty;
import fr.sisamu.portail.web.administration.CurrentRights;
import fr.sisamu.portail.web.page.Typed;
import fr.sisamu.portail.web.supervision.SupervisedAgent;
import fr.sisamu.portail.web.supervision.UnitInView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/**
 * Opens an accès de secours for the agent in view. The secret is in the answer to the form and nowhere else; the
 * same form sent again opens nothing, for it has not seen the access that it would replace.
 */
@Named
@RequestScoped
public class EmergencyOpeningForm {

    @Inject
    Typed typed;

    @Inject
    CurrentRights rights;

    @Inject
    UnitInView unit;

    @Inject
    SupervisedAgent agent;

    @Inject
    EmergencyAccessService accesses;

    private EmergencyOpening result;
    private Optional<StandingAccess> standing;

    public void open() {
        int hours = typed.number("hours")
                .filter(typedHours -> typedHours <= 100)
                .orElse(0L)
                .intValue();
        EmergencyWish wish = new EmergencyWish(typed.in("reason"), hours, typed.number("replaces"));
        long unitId = typed.number("unit").orElse(-1L);
        result = agent.getFound() == null
                ? new Refused(Reason.NOT_OF_UNIT)
                : accesses.open(rights.get(), unitId, agent.getFound().account().id(), wish);
    }

    /** What a new access would replace, or null. */
    public StandingAccess getStanding() {
        if (standing == null) {
            standing = accesses.standing(
                    rights.get(),
                    unit.getUnit().id(),
                    agent.getFound().account().id());
        }
        return standing.orElse(null);
    }

    public boolean isAllowed() {
        return unit.getUnit() != null
                && rights.get().may(Duty.OPEN_EMERGENCY_ACCESS, unit.getUnit().id());
    }

    /** Null unless an access has just been opened. */
    public Opened getOpened() {
        return result instanceof Opened opened ? opened : null;
    }

    /** What was typed into a field, if it was refused. */
    public String typed(String field) {
        return result instanceof Refused ? typed.in(field) : "";
    }

    /** Message key of what went wrong, or null. */
    public String getProblem() {
        return result instanceof Refused refused ? "emergency.refused." + refused.reason() : null;
    }
}
