package fr.sisamu.portail.web.otp;

import fr.sisamu.portail.account.Account;
import fr.sisamu.portail.credential.PasswordRefusal;
import fr.sisamu.portail.message.ChannelKind;
import fr.sisamu.portail.otp.AwaitedCode;
import fr.sisamu.portail.otp.CodeCheck;
import fr.sisamu.portail.otp.RecoveryService;
import fr.sisamu.portail.otp.RecoveryService.Begun;
import fr.sisamu.portail.web.page.Journey;
import fr.sisamu.portail.web.page.Language;
import fr.sisamu.portail.web.page.Note;
import fr.sisamu.portail.web.page.Redirect;
import fr.sisamu.portail.web.page.Typed;
import fr.sisamu.portail.web.security.PortalCookie;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;

/** Behind {@code forgotten.xhtml}: who and by which channel, then the code, then the new password. */
@Named
@RequestScoped
public class ForgottenPage {

    private static final String PAGE = "/forgotten.xhtml";

    @Inject
    HttpServletRequest request;

    @Inject
    Typed typed;

    @Inject
    RecoveryService recovery;

    @Inject
    PasswordDesk desk;

    @Inject
    Language language;

    @Inject
    Redirect redirect;

    private Optional<AwaitedCode> awaited = Optional.empty();
    private Optional<Account> proven = Optional.empty();
    private boolean looked;
    private String refusal;

    /** Runs before the page is rendered: which of the three steps it is. */
    public void enter() {
        look();
    }

    /** « Recommencer »: the code awaited is forgotten in this browser. */
    public void restart() {
        PortalCookie.RECOVERY.clear(response());
        redirect.to(PAGE);
    }

    private void look() {
        looked = true;
        awaited = secret().flatMap(recovery::awaited);
        proven = secret().flatMap(recovery::proven);
    }

    /** « Recevoir un code ». */
    public void begin() {
        ChannelKind kind = typed.in("kind").equals(ChannelKind.MAIL.name()) ? ChannelKind.MAIL : ChannelKind.SMS;
        Begun begun = recovery.begin(typed.in("identifier"), kind, request.getRemoteAddr(), language.getLocale());
        if (begun.browserSecret().isEmpty()) {
            refusal = "forgotten.delayed";
            return;
        }
        PortalCookie.RECOVERY.write(response(), begun.browserSecret().get());
        redirect.to(PAGE);
    }

    /** « Valider » the code. */
    public void answer() {
        CodeCheck check = secret().map(secret -> recovery.answer(secret, typed.in("code")))
                .orElse(CodeCheck.NOTHING_AWAITED);
        if (check == CodeCheck.RIGHT) {
            redirect.to(PAGE);
        } else {
            refusal = "otp.refused." + check;
        }
    }

    /** « Valider » the new password. */
    public void choose() {
        String chosen = typed.in("password");
        if (!chosen.equals(typed.in("again"))) {
            refusal = "password.refused.DIFFERENT";
            return;
        }
        Optional<String> secret = secret().filter(each -> recovery.proven(each).isPresent());
        if (secret.isEmpty()) {
            redirect.to(PAGE);
            return;
        }
        Locale locale = language.getLocale();
        Optional<Optional<PasswordRefusal>> chose = desk.doNow(() -> recovery.choose(secret.get(), chosen, locale));
        if (chose.isEmpty()) {
            refusal = "otp.login.full";
            return;
        }
        refusal = chose.get().map(reason -> "password.refused." + reason).orElse(null);
        if (refusal == null) {
            PortalCookie.RECOVERY.clear(response());
            redirect.to(Journey.LOGIN, Note.Kind.PASSWORD_RECOVERED);
        }
    }

    /** ASK, CODE or CHOOSE. */
    public String getStep() {
        if (!looked) {
            look(); // a form is being read
        }
        if (proven.isPresent()) {
            return "CHOOSE";
        }
        return awaited.isPresent() ? "CODE" : "ASK";
    }

    public AwaitedCode getAwaited() {
        return awaited.orElse(null);
    }

    public String getIdentifier() {
        return typed.in("identifier");
    }

    public String getLoginName() {
        return proven.map(Account::loginName).orElse("");
    }

    /** Message key of the refusal, or null. */
    public String getRefusal() {
        if (refusal == null && awaited.filter(code -> !code.alive()).isPresent()) {
            return "otp.refused.EXPIRED";
        }
        return refusal;
    }

    private Optional<String> secret() {
        return PortalCookie.RECOVERY.read(request);
    }

    private static HttpServletResponse response() {
        return (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
    }
}
