package fr.sisamu.portail.web.prosanteconnect;

import fr.sisamu.portail.prosanteconnect.Arrival;
import fr.sisamu.portail.prosanteconnect.ProSanteConnectService;
import fr.sisamu.portail.session.LoginMethod;
import fr.sisamu.portail.web.page.Answers;
import fr.sisamu.portail.web.security.Entrance;
import fr.sisamu.portail.web.security.PortalCookie;
import fr.sisamu.portail.web.security.SessionOpening;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Lets in whom the provider has proven, and keeps what the log-out there will need. */
@ApplicationScoped
class PscEntry {

    @Inject
    ProSanteConnectService logins;

    @Inject
    SessionOpening opening;

    /** The secret of this browser stays: another of its tabs may be on its way. */
    void open(Arrival.Proven proven, HttpServletRequest request, HttpServletResponse response) {
        Entrance entrance =
                opening.open(request, response, LoginMethod.PRO_SANTE_CONNECT, proven.level(), proven.proved());
        entrance.session().ifPresent(session -> logins.attach(session, proven.ticket()));
        PortalCookie.PSC_REFUSAL.clear(response);
        PortalCookie.PSC_LEFT_OPEN.write(response, "1");
        Answers.seeOther(response, entrance.next());
    }
}
