package fr.sisamu.portail.web.prosanteconnect;

import fr.sisamu.portail.prosanteconnect.Arrival;
import fr.sisamu.portail.prosanteconnect.Callback;
import fr.sisamu.portail.prosanteconnect.ProSanteConnectService;
import fr.sisamu.portail.prosanteconnect.PscRefusal;
import fr.sisamu.portail.web.page.Answers;
import fr.sisamu.portail.web.security.CredentialCheck;
import fr.sisamu.portail.web.security.CurrentAgent;
import fr.sisamu.portail.web.security.PortalCookie;
import fr.sisamu.portail.web.security.ProofIntent;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;

/** The redirect address registered at the provider: takes back what the browser brings and opens the work session. */
@WebServlet("/prosanteconnect/retour")
public class ArrivalServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient ProSanteConnectService logins;

    @Inject
    transient CredentialCheck check;

    @Inject
    transient PscEntry entry;

    @Inject
    transient CurrentAgent agent;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        if (!logins.enabled()) {
            Answers.seeOther(response, "/next");
            return;
        }
        PscCredential proof = new PscCredential(
                Callback.of(request.getParameterMap()), PortalCookie.PSC.read(request), request.getRemoteAddr());
        check.accepts(proof, request, response);
        if (proof.arrival() instanceof Arrival.Proven proven) {
            entry.open(proven, request, response);
        } else if (proof.arrival() instanceof Arrival.Refused refused) {
            refuse(refused, request, response);
        }
    }

    /** An answer brought twice, by « back » or a reload, is no news to whoever is in. */
    private void refuse(Arrival.Refused refused, HttpServletRequest request, HttpServletResponse response) {
        if (refused.reason() == PscRefusal.STALE_ATTEMPT && agent.session().isPresent()) {
            Answers.seeOther(response, "/next");
        } else {
            String where = refused.logout()
                    .filter(address -> !keepsItsSession(request))
                    .map(URI::toASCIIString)
                    .orElse(RefusalCookie.PAGE);
            RefusalCookie.explain(response, refused.reason(), refused.supportCode(), where);
        }
    }

    /** The log-out there might end the session here, which a proof that failed must not. */
    private boolean keepsItsSession(HttpServletRequest request) {
        return agent.session().isPresent() && ProofIntent.read(request).isPresent();
    }
}
