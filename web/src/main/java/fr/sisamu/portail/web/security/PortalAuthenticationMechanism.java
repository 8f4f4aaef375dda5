package fr.sisamu.portail.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The portal's single entry for every login: it judges the proof that a page hands over.
 *
 * <p>Single, because Jakarta Security 3.0 leaves two mechanisms in one application undefined. A new way to log in is a
 * new credential and identity store; this class does not change. What follows a login is a session of the portal's own,
 * recognised by {@link AgentFilter}: see docs/adr/0001.
 */
@ApplicationScoped
public class PortalAuthenticationMechanism implements HttpAuthenticationMechanism {

    @Inject
    IdentityStoreHandler identityStores;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (!context.isAuthenticationRequest()) {
            return context.doNothing();
        }
        try {
            CredentialValidationResult result =
                    identityStores.validate(context.getAuthParameters().getCredential());
            return result.getStatus() == CredentialValidationResult.Status.VALID
                    ? context.notifyContainerAboutLogin(result)
                    : AuthenticationStatus.SEND_FAILURE;
        } catch (RuntimeException fault) {
            CredentialCheck.remember(fault, request);
            return AuthenticationStatus.SEND_FAILURE;
        }
    }
}
