package fr.sisamu.portail.web.otp;

import fr.sisamu.portail.credential.PasswordService;
import fr.sisamu.portail.otp.PasswordChanges;
import fr.sisamu.portail.session.LoginMethod;
import fr.sisamu.portail.session.WorkSession;
import fr.sisamu.portail.web.page.Journey;
import fr.sisamu.portail.web.page.Language;
import fr.sisamu.portail.web.page.Note;
import fr.sisamu.portail.web.page.Redirect;
import fr.sisamu.portail.web.page.Typed;
import fr.sisamu.portail.web.security.CurrentAgent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.Optional;

/** Behind {@code password.xhtml}: « Mon mot de passe ». Whoever came in by it must show the present one. */
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
    PasswordDesk desk;

    @Inject
    Language language;

    @Inject
    Redirect redirect;

    private String refusal;

    /** « Valider ». */
    public void change() {
        String chosen = typed.in("password");
        if (!chosen.equals(typed.in("again"))) {
            refusal = "password.refused.DIFFERENT";
            return;
        }
        WorkSession session = session();
        String present = typed.in("present");
        Locale locale = language.getLocale();
        Optional<Optional<String>> judged = desk.doNow(() -> judge(session, present, chosen, locale));
        if (judged.isEmpty()) {
            refusal = "otp.login.full";
            return;
        }
        refusal = judged.get().orElse(null);
        if (refusal == null) {
            redirect.to(Journey.BANDEAU, Note.Kind.PASSWORD_SET);
        }
    }

    /** Runs on another thread, where there is no request. */
    private Optional<String> judge(WorkSession session, String present, String chosen, Locale locale) {
        if (session.method() == LoginMethod.OTP && !passwords.verify(Optional.of(session.account()), present)) {
            return Optional.of("password.refused.PRESENT");
        }
        return changes.set(session, chosen, locale).map(reason -> "password.refused." + reason);
    }

    public boolean isPresentAsked() {
        return session().method() == LoginMethod.OTP;
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
