package fr.sisamu.portail.web.prosanteconnect;

import fr.sisamu.portail.prosanteconnect.Departure;
import fr.sisamu.portail.prosanteconnect.ProSanteConnectService;
import fr.sisamu.portail.session.LoginMethod;
import fr.sisamu.portail.web.page.Leaving;
import fr.sisamu.portail.web.security.CurrentAgent;
import fr.sisamu.portail.web.security.PortalCookie;
import fr.sisamu.portail.web.security.ProofIntent;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The click on « Pro Santé Connect ». Each click is an attempt of its own, so that tabs, « back » and a page left open all
 * night are all the same; one secret ties them to this browser.
 */
@WebServlet(value = "/prosanteconnect/depart", asyncSupported = true)
public class DepartureServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient ProSanteConnectService logins;

    @Inject
    transient CurrentAgent agent;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!logins.enabled()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        boolean anew =
                isProving(request) || (PortalCookie.PSC_LEFT_OPEN.read(request).isPresent() && !isInByProvider());
        Departure departure = logins.depart(PortalCookie.PSC.read(request), anew, request.getRemoteAddr());
        if (departure instanceof Departure.To to) {
            PortalCookie.PSC.write(response, to.browserSecret());
            Leaving.to(to.address(), Leaving.Why.LOGIN, request, response);
        } else if (departure instanceof Departure.Refused refused) {
            RefusalCookie.explain(response, refused.reason(), refused.supportCode());
        }
    }

    /** That the provider still knows somebody proves nothing of who sits here now. */
    private boolean isProving(HttpServletRequest request) {
        return agent.session().isPresent() && ProofIntent.read(request).isPresent();
    }

    /** Whom the provider still knows is then who sits there; after any other session it may be somebody of before. */
    private boolean isInByProvider() {
        return agent.session()
                .filter(session -> session.method() == LoginMethod.PRO_SANTE_CONNECT)
                .isPresent();
    }
}
