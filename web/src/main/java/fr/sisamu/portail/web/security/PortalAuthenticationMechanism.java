package fr.sisamu.portail.web.security;

import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.session.SessionToken;
import fr.sisamu.portail.session.WorkSession;
import fr.sisamu.portail.session.WorkSessionService;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;

/**
 * The portal's single entry for every request.
 *
 * <p>Single, because Jakarta Security 3.0 leaves two mechanisms in one application undefined. A new way to log in is a
 * new credential and identity store; this class does not change. It (1) judges a proof that a page hands over, (2)
 * recognises the cookie of an open session, (3) sends strangers to the login page.
 */
@ApplicationScoped
public class PortalAuthenticationMechanism implements HttpAuthenticationMechanism {

    private static final Logger LOG = System.getLogger(PortalAuthenticationMechanism.class.getName());

    @Inject
    IdentityStoreHandler identityStores;

    @Inject
    WorkSessionService sessions;

    @Inject
    CurrentAgent agent;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (context.isAuthenticationRequest()) {
            return judge(context.getAuthParameters().getCredential(), context);
        }
        Optional<WorkSession> session;
        try {
            session = sessionOf(request);
        } catch (EJBException databaseLost) {
            LOG.log(Level.ERROR, "no session can be found", databaseLost);
            return context.isProtected() ? unavailable(response) : context.doNothing();
        }
        if (session.isPresent()) {
            agent.is(session.get());
            return context.notifyContainerAboutLogin(
                    new AgentPrincipal(session.get().account().id(), SupportCode.random()), Set.of(Roles.AGENT));
        }
        return context.isProtected() ? sendToLogin(request, response, context) : context.doNothing();
    }

    /** Not knowing who comes is no reason to say that nobody came: 503, and the session lives on. */
    private static AuthenticationStatus unavailable(HttpServletResponse response) {
        try {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } catch (IOException gone) {
            LOG.log(Level.DEBUG, "the browser is gone", gone);
        }
        return AuthenticationStatus.SEND_FAILURE;
    }

    private AuthenticationStatus judge(Credential proof, HttpMessageContext context) {
        CredentialValidationResult result = identityStores.validate(proof);
        return result.getStatus() == CredentialValidationResult.Status.VALID
                ? context.notifyContainerAboutLogin(result)
                : AuthenticationStatus.SEND_FAILURE;
    }

    private Optional<WorkSession> sessionOf(HttpServletRequest request) {
        if (Anonymous.serves(request)) {
            return Optional.empty();
        }
        return PortalCookie.SESSION.read(request).map(SessionToken::new).flatMap(sessions::find);
    }

    /** A page is answered by the login page; a script is told 401, which it can understand. No page is on the card host. */
    private static AuthenticationStatus sendToLogin(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (Endpoint.CARD.received(request)) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return AuthenticationStatus.SEND_FAILURE;
        }
        if (request.getServletPath().endsWith(".xhtml") || request.getMethod().equals("POST")) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + "/login.xhtml");
            // Not SEND_CONTINUE: Liberty knows that with 302 alone, and keeps the address asked for in a cookie of its
            // own.
            return AuthenticationStatus.SEND_FAILURE;
        }
        return context.responseUnauthorized();
    }
}
