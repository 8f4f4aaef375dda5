package fr.sisamu.portail.web.otp;

import fr.sisamu.portail.credential.PasswordRefusal;
import fr.sisamu.portail.credential.PasswordService;
import fr.sisamu.portail.otp.PasswordChanges;
import fr.sisamu.portail.session.FreshProof;
import fr.sisamu.portail.session.WorkSession;
import fr.sisamu.portail.web.page.Journey;
import fr.sisamu.portail.web.page.Language;
import fr.sisamu.portail.web.page.Note;
import fr.sisamu.portail.web.page.Redirect;
import fr.sisamu.portail.web.page.Typed;
import fr.sisamu.portail.web.security.CurrentAgent;
import fr.sisamu.portail.web.security.ProofIntent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.Optional;

/** Behind {@code password.xhtml}: « Mon mot de passe ». Without a fresh proof nothing is typed here. */
@Named
@RequestScoped
public class PasswordPage {

    @Inject
    Typed typed;

    @Inject
    CurrentAgent agent;

    @Inject
    PasswordService passwords;

    @Inject
    PasswordChanges changes;

    @Inject
    FreshProof proof;

    @Inject
    PasswordDesk desk;

    @Inject
    Language language;

    @Inject
    Redirect redirect;

    private String refusal;

    /** Runs before the page is rendered. */
    public void enter() {
        if (!FacesContext.getCurrentInstance().isPostback() && !proof.isThere(session())) {
            askForProof();
        }
    }

    /** « Valider ». */
    public void change() {
        String chosen = typed.in("password");
        if (!chosen.equals(typed.in("again"))) {
            refusal = "password.refused.DIFFERENT";
            return;
        }
        WorkSession session = session();
        Locale locale = language.getLocale();
        Optional<Optional<PasswordRefusal>> judged = desk.doNow(() -> changes.set(session, chosen, locale));
        if (judged.isEmpty()) {
            refusal = "otp.login.full";
            return;
        }
        Optional<PasswordRefusal> refused = judged.get();
        if (refused.isEmpty()) {
            redirect.to(Journey.BANDEAU, Note.Kind.PASSWORD_SET);
        } else if (refused.get() == PasswordRefusal.PROOF_TOO_OLD) {
            askForProof();
        } else {
            refusal = "password.refused." + refused.get();
        }
    }

    private void askForProof() {
        redirect.to(ProofIntent.to(ProofIntent.Page.PASSWORD).proofAddress());
    }

    public boolean isSet() {
        return passwords.setSince(session().account().id()).isPresent();
    }

    public String getLoginName() {
        return session().account().loginName();
    }

    /** Message key of the refusal, or null. */
    public String getRefusal() {
        return refusal;
    }

    private WorkSession session() {
        return agent.requireSession();
    }
}
