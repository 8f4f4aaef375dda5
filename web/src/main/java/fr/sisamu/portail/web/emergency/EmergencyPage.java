package fr.sisamu.portail.web.emergency;

import fr.sisamu.portail.emergency.EmergencyAccess;
import fr.sisamu.portail.emergency.EmergencyAccessService;
import fr.sisamu.portail.emergency.EmergencyReview;
import fr.sisamu.portail.emergency.EmergencyReviewService;
import fr.sisamu.portail.role.Duty;
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

/** Behind {@code administration/emergency.xhtml}: the accesses that wait for somebody's review, the open ones too. */
@Named
@RequestScoped
public class EmergencyPage {

    @Inject
    HttpServletRequest request;

    @Inject
    Typed typed;

    @Inject
    CurrentRights rights;

    @Inject
    EmergencyAccessService accesses;

    @Inject
    EmergencyReviewService reviews;

    @Inject
    Redirect redirect;

    private List<EmergencyAccess> waiting;
    private EmergencyReview problem;

    /** Runs before the page is rendered, and does what one of its plain forms asks for: the lines of the list move. */
    public void enter() {
        if (!request.getMethod().equals("POST")) {
            return;
        }
        if (typed.in("deed").equals("close")) {
            boolean closed = accesses.close(rights.get(), unit(), access());
            after(closed ? EmergencyReview.DONE : EmergencyReview.GONE, Note.Kind.EMERGENCY_CLOSED);
        } else {
            after(reviews.review(rights.get(), unit(), access(), typed.in("words")), Note.Kind.EMERGENCY_REVIEWED);
        }
    }

    private void after(EmergencyReview result, Note.Kind note) {
        if (result == EmergencyReview.DONE) {
            redirect.to(Place.EMERGENCY.getPath(), note);
        } else {
            problem = result;
        }
    }

    public List<EmergencyAccess> getWaiting() {
        if (waiting == null) {
            waiting = reviews.waiting(rights.get());
        }
        return waiting;
    }

    /** How many are over and wait for words. */
    public long getToReview() {
        return getWaiting().stream().filter(EmergencyAccess::over).count();
    }

    /** Whether the caller may close this one. */
    public boolean closable(EmergencyAccess access) {
        return !access.over() && rights.get().may(Duty.OPEN_EMERGENCY_ACCESS, access.unitId());
    }

    /** What was typed of this one, if it was refused. */
    public String words(EmergencyAccess access) {
        return problem != null && access.id() == access() ? typed.in("words") : "";
    }

    /** Message key of what went wrong, or null. */
    public String getProblem() {
        return problem == null ? null : "emergency.review." + problem;
    }

    private long unit() {
        return typed.number("unit").orElse(-1L);
    }

    private long access() {
        return typed.number("access").orElse(-1L);
    }
}
