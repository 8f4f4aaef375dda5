package fr.sisamu.portail.web.prosanteconnect;

import fr.sisamu.portail.prosanteconnect.Arrival;
import fr.sisamu.portail.prosanteconnect.CibaProgress;
import fr.sisamu.portail.prosanteconnect.CibaService;
import fr.sisamu.portail.prosanteconnect.CibaStart;
import fr.sisamu.portail.web.body.Fields;
import fr.sisamu.portail.web.page.Journey;
import fr.sisamu.portail.web.page.Redirect;
import fr.sisamu.portail.web.page.WayBack;
import fr.sisamu.portail.web.security.CredentialCheck;
import fr.sisamu.portail.web.security.PortalCookie;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** Behind {@code psc-direct.xhtml}: an identifier is typed here, the e-CPS is asked, the page waits with two digits. */
@Named
@RequestScoped
public class PscDirectPage {

    private static final String PAGE = "/psc-direct.xhtml";
    private static final String SECONDS_BETWEEN_LOOKS = "2";
    private static final int LONGEST = 64;

    @Inject
    HttpServletRequest request;

    @Inject
    CibaService requests;

    @Inject
    CredentialCheck credentials;

    @Inject
    PscEntry entry;

    @Inject
    Redirect redirect;

    @Inject
    WayBack wayBack;

    private CibaProgress.Waiting waiting;
    private boolean malformed;

    /** Runs before the page is rendered, and again every two seconds while it waits. */
    public void enter() {
        if (!requests.enabled()) {
            redirect.to(Journey.LOGIN);
        } else if (!FacesContext.getCurrentInstance().isPostback()) {
            PortalCookie.PSC.read(request).ifPresent(this::look);
        }
    }

    private void look(String browserSecret) {
        CibaCredential proof = new CibaCredential(browserSecret, request.getRemoteAddr());
        credentials.accepts(proof, request, response());
        if (proof.progress() instanceof CibaProgress.Waiting still) {
            waiting = still;
            response().setHeader("Refresh", SECONDS_BETWEEN_LOOKS);
        } else if (proof.progress() instanceof CibaProgress.Over over) {
            end(over.arrival());
        }
    }

    private void end(Arrival arrival) {
        if (arrival instanceof Arrival.Proven proven) {
            entry.open(proven, request, response());
        } else if (arrival instanceof Arrival.Refused refused) {
            RefusalCookie.explain(response(), refused.reason(), refused.supportCode());
        }
        FacesContext.getCurrentInstance().responseComplete();
    }

    /** « Demander à mon e-CPS ». */
    public void ask() {
        CibaStart start = requests.start(getIdentifier(), PortalCookie.PSC.read(request), request.getRemoteAddr());
        malformed = start instanceof CibaStart.Malformed;
        if (start instanceof CibaStart.Asked asked) {
            PortalCookie.PSC.write(response(), asked.browserSecret());
            redirect.to(PAGE);
        } else if (start instanceof CibaStart.Refused refused) {
            end(new Arrival.Refused(refused.reason(), refused.supportCode()));
        }
    }

    /** « Annuler ». */
    public void giveUp() {
        PortalCookie.PSC.read(request).ifPresent(requests::giveUp);
        redirect.to(wayBack.getAddress());
    }

    /** What was typed, with a bound. */
    public String getIdentifier() {
        return Optional.ofNullable(Fields.of(request).first("identifier"))
                .map(typed -> typed.length() > LONGEST ? typed.substring(0, LONGEST + 1) : typed)
                .orElse("");
    }

    public boolean isMalformed() {
        return malformed;
    }

    /** Whether the page waits; also while its form is read, else Faces would not hear « Annuler ». */
    public boolean isAwaiting() {
        boolean cancelled = FacesContext.getCurrentInstance().isPostback()
                && Fields.of(request).first("cancel") != null;
        return waiting != null || cancelled;
    }

    /** Null while nothing was asked of an e-CPS. */
    public CibaProgress.Waiting getWaiting() {
        return waiting;
    }

    private static HttpServletResponse response() {
        return (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
    }
}
