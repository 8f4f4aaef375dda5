package fr.sisamu.portail.web.proof;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.account.AccountRegister;
import fr.sisamu.portail.otp.OtpLoginService;
import fr.sisamu.portail.prosanteconnect.ProSanteConnectService;
import fr.sisamu.portail.session.FreshProof;
import fr.sisamu.portail.session.WorkSession;
import fr.sisamu.portail.web.body.Fields;
import fr.sisamu.portail.web.page.Redirect;
import fr.sisamu.portail.web.security.CurrentAgent;
import fr.sisamu.portail.web.security.ProofIntent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** Behind {@code proof.xhtml}: what for, and the ways that are open to whose session it is. */
@Named
@RequestScoped
public class ProofPage {

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentAgent agent;

    @Inject
    FreshProof proof;

    @Inject
    AccountRegister accounts;

    @Inject
    OtpLoginService codes;

    @Inject
    ProSanteConnectService proSanteConnect;

    @Inject
    Redirect redirect;

    private ProofIntent intent;
    private boolean holdsCard;
    private boolean byCode;

    /** Runs before the page is rendered. Where the proof is fresh already, « back » or another tab leads on at once. */
    public void enter() {
        Optional<ProofIntent> asked = ProofIntent.of(Fields.of(request).first("to"));
        if (asked.isEmpty()) {
            redirect.to("/next");
            return;
        }
        intent = asked.get();
        WorkSession session = agent.requireSession();
        if (intent.page().strong() ? proof.isStronglyThere(session) : proof.isThere(session)) {
            redirect.to(intent.address());
            return;
        }
        intent.write(response());
        AccountId account = session.account().id();
        holdsCard = accounts.sheet(account)
                .filter(sheet -> !sheet.identifiers().isEmpty())
                .isPresent();
        byCode = !intent.page().strong() && codes.isOpenTo(session.account());
    }

    /** Message key of what the proof is asked for. */
    public String getReason() {
        return "proof.for." + intent.page();
    }

    /** A card is known by its identifier alone. */
    public boolean isByCard() {
        return holdsCard;
    }

    public boolean isByProvider() {
        return holdsCard && proSanteConnect.enabled();
    }

    public boolean isByCode() {
        return byCode;
    }

    private static HttpServletResponse response() {
        return (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
    }
}
