package fr.sisamu.portail.web.emergency;

import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.emergency.EmergencyLoginService;
import fr.sisamu.portail.emergency.EmergencyLoginService.Answered;
import fr.sisamu.portail.emergency.EmergencyLoginService.Claim;
import fr.sisamu.portail.emergency.EmergencyLoginService.Proven;
import fr.sisamu.portail.session.AssuranceLevel;
import fr.sisamu.portail.session.LoginMethod;
import fr.sisamu.portail.web.page.Redirect;
import fr.sisamu.portail.web.page.Typed;
import fr.sisamu.portail.web.security.CredentialCheck;
import fr.sisamu.portail.web.security.SessionOpening;
import fr.sisamu.portail.web.security.Workstation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Behind {@code secours.xhtml}: the identifier, and the secret that a supervisor has read out. */
@Named
@RequestScoped
public class EmergencyLoginPage {

    @Inject
    HttpServletRequest request;

    @Inject
    Typed typed;

    @Inject
    CredentialCheck check;

    @Inject
    SessionOpening opening;

    @Inject
    EmergencyLoginService logins;

    @Inject
    Redirect redirect;

    @Inject
    Clock clock;

    private boolean refused;
    private Optional<Answered> answered = Optional.empty();

    /** « Valider ». */
    public void answer() {
        BreakGlassCredential proof = new BreakGlassCredential(new Claim(
                typed.in("identifier"), typed.in("secret"), request.getRemoteAddr(), Workstation.of(request)));
        if (check.accepts(proof, request, response())) {
            Proven proven = proof.answered().flatMap(Answered::proven).orElseThrow();
            long session = opening.openConfined(
                    request, response(), LoginMethod.BREAK_GLASS, AssuranceLevel.EMERGENCY, proven.limit());
            logins.begun(proven.access(), session);
            redirect.to("/next");
        } else {
            refused = true;
            answered = proof.answered();
        }
    }

    /** What stands in the field: what was typed. */
    public String getIdentifier() {
        return typed.in("identifier");
    }

    /** Message key of the refusal, or null. */
    public String getRefusal() {
        if (!refused) {
            return null;
        }
        return delayedUntil().isPresent() ? "otp.login.delayed" : "emergency.login.refused";
    }

    /** Seconds to wait, for the refusal that names them. */
    public long getSeconds() {
        return delayedUntil()
                .map(until ->
                        Math.max(1, Duration.between(clock.instant(), until).toSeconds() + 1))
                .orElse(0L);
    }

    /** What to read out on the phone; null where nothing was refused. */
    public SupportCode getSupportCode() {
        return answered.map(Answered::supportCode).orElse(null);
    }

    private Optional<Instant> delayedUntil() {
        return answered.flatMap(Answered::delayedUntil);
    }

    private static HttpServletResponse response() {
        return (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
    }
}
