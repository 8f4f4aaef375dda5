package fr.sisamu.portail.web.otp;

import fr.sisamu.portail.message.MessageStatus;
import fr.sisamu.portail.otp.AwaitedCode;
import fr.sisamu.portail.otp.CodeCheck;
import fr.sisamu.portail.otp.OtpLoginService;
import fr.sisamu.portail.session.LoginMethod;
import fr.sisamu.portail.session.ProofTime;
import fr.sisamu.portail.web.page.Language;
import fr.sisamu.portail.web.page.Redirect;
import fr.sisamu.portail.web.page.Typed;
import fr.sisamu.portail.web.page.WayBack;
import fr.sisamu.portail.web.security.CredentialCheck;
import fr.sisamu.portail.web.security.CurrentAgent;
import fr.sisamu.portail.web.security.Entrance;
import fr.sisamu.portail.web.security.PortalCookie;
import fr.sisamu.portail.web.security.SessionOpening;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** Behind {@code otp-code.xhtml}: the code that came, or did not come. */
@Named
@RequestScoped
public class OtpCodePage {

    @Inject
    HttpServletRequest request;

    @Inject
    Typed typed;

    @Inject
    OtpLoginService logins;

    @Inject
    CredentialCheck credentials;

    @Inject
    SessionOpening opening;

    @Inject
    WayBack wayBack;

    @Inject
    CurrentAgent agent;

    @Inject
    Language language;

    @Inject
    Redirect redirect;

    private Optional<AwaitedCode> awaited;
    private CodeCheck check;
    private String note;

    /** Runs before the page is rendered: without a login under way there is nothing to ask. */
    public void enter() {
        awaited = null; // what the form asked for may have changed it
        if (getAwaited() == null) {
            redirect.to(agent.session().isPresent() ? "/next" : OtpPage.PAGE); // in by another tab, or not at all
        }
    }

    /** « Valider ». */
    public void answer() {
        OneTimeCodeCredential proof = new OneTimeCodeCredential(secret().orElse(""), typed.in("code"));
        boolean accepted = credentials.accepts(proof, request, response());
        check = proof.answered().check();
        if (accepted) {
            Entrance entrance = opening.open(
                    request,
                    response(),
                    LoginMethod.OTP,
                    proof.answered().proven().orElseThrow().level(),
                    ProofTime.NOW);
            PortalCookie.OTP.clear(response());
            redirect.to(entrance.next());
        } else if (check == CodeCheck.USED) {
            redirect.to("/next"); // the other tab was first, and this browser is in
        }
    }

    /** « Renvoyer ». */
    public void sendAgain() {
        boolean sent = secret().map(secret -> logins.sendAgain(secret, language.getLocale()))
                .orElse(false);
        note = sent ? "otp.code.sentAgain" : "otp.code.notYet";
    }

    /** « Recevoir sur l’autre canal ». */
    public void switchChannel() {
        boolean sent = secret().map(secret -> logins.switchChannel(secret, language.getLocale()))
                .orElse(false);
        note = sent ? "otp.code.switched" : "otp.code.notSwitched";
    }

    /** « Annuler ». */
    public void giveUp() {
        secret().ifPresent(logins::giveUp);
        PortalCookie.OTP.clear(response());
        redirect.to(wayBack.getAddress());
    }

    /** Also while a form is read, else Faces would not hear its buttons; null without a login under way. */
    public AwaitedCode getAwaited() {
        if (awaited == null) {
            awaited = secret().flatMap(logins::awaited);
        }
        return awaited.orElse(null);
    }

    /** Whether an answer can still be given. False also for a page left open while another tab came in. */
    public boolean isAlive() {
        return getAwaited() != null && getAwaited().alive();
    }

    /** Message key of where the code went: {@code otp.code.sent.SMS}, or how the sending failed. */
    public String getSending() {
        MessageStatus status = getAwaited().status().orElse(MessageStatus.WAITING);
        boolean failed =
                status == MessageStatus.FAILED || status == MessageStatus.REFUSED || status == MessageStatus.LOST;
        return "otp.code." + (failed ? "failed." : isOnItsWay() ? "sending." : "sent.")
                + getAwaited().kind();
    }

    public boolean isFailed() {
        return getSending().contains("failed");
    }

    /** Not yet in a provider's hands: the page looks again soon. */
    public boolean isOnItsWay() {
        return getAwaited()
                .status()
                .filter(status -> status == MessageStatus.WAITING || status == MessageStatus.SENDING)
                .isPresent();
    }

    /** Message key of the refusal, or null. */
    public String getRefusal() {
        if (check != null && check != CodeCheck.RIGHT) {
            return "otp.refused." + check;
        }
        if (isAlive()) {
            return null;
        }
        boolean gone = awaited.filter(AwaitedCode::channelGone).isPresent();
        return "otp.refused." + (gone ? CodeCheck.CHANNEL_GONE : CodeCheck.EXPIRED);
    }

    public String getNote() {
        return note;
    }

    private Optional<String> secret() {
        return PortalCookie.OTP.read(request);
    }

    private static HttpServletResponse response() {
        return (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
    }
}
