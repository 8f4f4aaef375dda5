package fr.sisamu.portail.web.phone;

import fr.sisamu.portail.phone.LinkedPhone;
import fr.sisamu.portail.phone.PhoneLinking;
import fr.sisamu.portail.phone.PhoneService;
import fr.sisamu.portail.profile.Profile;
import fr.sisamu.portail.session.WorkSession;
import fr.sisamu.portail.web.body.Fields;
import fr.sisamu.portail.web.page.Journey;
import fr.sisamu.portail.web.page.Note;
import fr.sisamu.portail.web.page.Redirect;
import fr.sisamu.portail.web.security.CurrentAgent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Behind {@code phone.xhtml}: the numéro unique typed, and what the phone feature answers to it. */
@Named
@RequestScoped
public class PhonePage {

    /** No number is longer (E.164 and an extension); what is longer never reaches the database. */
    private static final int LONGEST_NUMBER = 20;

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentAgent agent;

    @Inject
    PhoneService phones;

    @Inject
    Redirect redirect;

    private PhoneLinking answer;
    private Optional<LinkedPhone> linked;

    /** Runs before the page is rendered: skipped for a profile without phone, and once a phone is linked. */
    public void enter() {
        boolean asked = FacesContext.getCurrentInstance().isPostback()
                || "1".equals(Fields.of(request).first("change"));
        if (!asked && (!profile().needsPhone() || linked().isPresent())) {
            redirect.to("/next");
        }
    }

    /** « Valider ». */
    public void link() {
        answer =
                isTooLong() ? new PhoneLinking.Refused(PhoneLinking.Reason.MALFORMED) : phones.link(session(), typed());
        leaveWhenLinked(Note.Kind.PHONE_LINKED);
    }

    /** « Reprendre ce téléphone »: the confirmation that the page asked for. */
    public void takeOver() {
        answer = isTooLong()
                ? new PhoneLinking.Refused(PhoneLinking.Reason.MALFORMED)
                : phones.takeOver(session(), typed());
        leaveWhenLinked(Note.Kind.PHONE_TAKEN);
    }

    private void leaveWhenLinked(Note.Kind note) {
        if (answer instanceof PhoneLinking.Linked) {
            redirect.to(Journey.BANDEAU, note);
        }
    }

    /** What stands in the field: what was typed, else this session's phone, else the last one of this post. */
    public String getNumber() {
        if (answer != null) {
            return typed();
        }
        return linked().map(LinkedPhone::number)
                .or(() -> agent.workstation()
                        .flatMap(post ->
                                phones.lastNumberOn(post, profile().unit().id())))
                .orElse("");
    }

    /** The colleague who holds the phone, or null. */
    public PhoneLinking.HeldByOther getHeld() {
        return answer instanceof PhoneLinking.HeldByOther held ? held : null;
    }

    /** The colleague on a call on that phone, or null. */
    public PhoneLinking.OnCall getOnCall() {
        return answer instanceof PhoneLinking.OnCall onCall ? onCall : null;
    }

    /** Whether the page asks to confirm a take-over; also while that answer is read, else Faces would not hear it. */
    public boolean isConfirming() {
        return getHeld() != null || (answer == null && Fields.of(request).first("takeOver") != null);
    }

    /** Whether the page proposes to wait for the end of a call; also while that answer is read. */
    public boolean isWaiting() {
        return getOnCall() != null || (answer == null && Fields.of(request).first("again") != null);
    }

    /** Message key of the refusal, or null. */
    public String getRefusal() {
        return answer instanceof PhoneLinking.Refused refused ? "phone.refused." + refused.reason() : null;
    }

    /** Whether an attempt just failed, and the way on without a phone is offered. */
    public boolean isFailed() {
        return answer != null;
    }

    public boolean isReturnable() {
        return linked().isPresent();
    }

    public String getUnitName() {
        return profile().unit().name();
    }

    private String typed() {
        String number = Fields.of(request).first("number");
        if (number == null) {
            return "";
        }
        String trimmed = number.strip();
        return trimmed.length() > LONGEST_NUMBER ? trimmed.substring(0, LONGEST_NUMBER) : trimmed;
    }

    private boolean isTooLong() {
        String number = Fields.of(request).first("number");
        return number != null && number.strip().length() > LONGEST_NUMBER;
    }

    /** Asked before anything is linked here, and afterwards only by a page where nothing was. */
    private Optional<LinkedPhone> linked() {
        if (linked == null) {
            linked = phones.linkedTo(session().id());
        }
        return linked;
    }

    /** Present, for the step filter lets nobody through without a profile. */
    private Profile profile() {
        return session().profile().orElseThrow();
    }

    private WorkSession session() {
        return agent.requireSession();
    }
}
