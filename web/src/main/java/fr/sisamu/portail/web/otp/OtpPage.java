package fr.sisamu.portail.web.otp;

import fr.sisamu.portail.otp.LoginStart;
import fr.sisamu.portail.otp.OtpLoginService;
import fr.sisamu.portail.otp.OtpLoginService.Claim;
import fr.sisamu.portail.web.otp.PasswordDesk.Turn;
import fr.sisamu.portail.web.page.Language;
import fr.sisamu.portail.web.page.Redirect;
import fr.sisamu.portail.web.page.Typed;
import fr.sisamu.portail.web.page.WayBack;
import fr.sisamu.portail.web.security.CurrentAgent;
import fr.sisamu.portail.web.security.PortalCookie;
import fr.sisamu.portail.web.security.Workstation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;

/** Behind {@code otp.xhtml}: identifier and password, and the queue when many log in at once. */
@Named
@RequestScoped
public class OtpPage {

    static final String PAGE = "/otp.xhtml";
    static final String CODE_PAGE = "/otp-code.xhtml";

    @Inject
    HttpServletRequest request;

    @Inject
    Typed typed;

    @Inject
    OtpLoginService logins;

    @Inject
    PasswordDesk desk;

    @Inject
    Language language;

    @Inject
    Redirect redirect;

    @Inject
    WayBack wayBack;

    @Inject
    CurrentAgent agent;

    @Inject
    Clock clock;

    private LoginStart answer;
    private boolean waiting;
    private boolean full;

    /** Runs before the page is rendered: whoever queues asks again whether their turn has come. */
    public void enter() {
        if (!FacesContext.getCurrentInstance().isPostback()) {
            PortalCookie.OTP_TURN.read(request).ifPresent(ticket -> take(desk.look(ticket)));
        }
    }

    /** « Valider ». */
    public void begin() {
        Claim claim = new Claim(
                typed.in("identifier"),
                typed.in("password"),
                request.getRemoteAddr(),
                Workstation.of(request),
                PortalCookie.OTP.read(request),
                language.getLocale());
        Turn<LoginStart> turn = desk.submit(() -> logins.begin(claim));
        take(turn);
        if (waiting) {
            redirect.to(PAGE);
        }
    }

    /** « Annuler » while the request waits for its turn. */
    public void giveUp() {
        PortalCookie.OTP_TURN.read(request).ifPresent(desk::giveUp);
        PortalCookie.OTP_TURN.clear(response());
        redirect.to(wayBack.getAddress());
    }

    private void take(Turn<LoginStart> turn) {
        full = turn.refused();
        waiting = turn.ticket().isPresent();
        if (waiting) {
            PortalCookie.OTP_TURN.write(response(), turn.ticket().get());
            response().setHeader("Refresh", "2");
            return;
        }
        PortalCookie.OTP_TURN.clear(response());
        answer = turn.result().orElse(null);
        if (answer instanceof LoginStart.Started started) {
            PortalCookie.OTP.write(response(), started.browserSecret());
            redirect.to(CODE_PAGE);
        }
    }

    public boolean isWaiting() {
        return waiting;
    }

    /** Whether « Annuler » of the waiting page is being read: else Faces would not hear it. */
    public boolean isGivingUp() {
        return typed.ticked("give-up");
    }

    /** What stands in the field: what was typed, or whose session it is that a proof is asked for. */
    public String getIdentifier() {
        String written = typed.in("identifier");
        return written.isEmpty() && wayBack.isProving()
                ? agent.requireSession().account().loginName()
                : written;
    }

    /** Message key of the refusal, or null. */
    public String getRefusal() {
        if (full) {
            return "otp.login.full";
        }
        if (answer instanceof LoginStart.Refused refused) {
            return "otp.login.refused." + refused.reason();
        }
        return answer instanceof LoginStart.Delayed ? "otp.login.delayed" : null;
    }

    /** Seconds to wait, for the refusal that names them. */
    public long getSeconds() {
        return answer instanceof LoginStart.Delayed delayed
                ? Math.max(1, Duration.between(clock.instant(), delayed.until()).toSeconds() + 1)
                : 0;
    }

    private static HttpServletResponse response() {
        return (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
    }
}
