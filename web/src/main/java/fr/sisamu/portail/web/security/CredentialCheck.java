package fr.sisamu.portail.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.Credential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Has a proof judged, for every way to log in. The container answers « refused » when the judgement itself breaks down, as
 * with a database that is away; here that stays a fault, so that nobody is told that their card or code is no good.
 */
@ApplicationScoped
public class CredentialCheck {

    private static final String FAULT = CredentialCheck.class.getName() + ".fault";

    @Inject
    SecurityContext security;

    /**
     * Whether it was accepted; then the caller of this request is the person of the proof.
     *
     * @throws RuntimeException what kept the proof from being judged
     */
    public boolean accepts(Credential proof, HttpServletRequest request, HttpServletResponse response) {
        request.removeAttribute(FAULT);
        AuthenticationStatus status = security.authenticate(
                request, response, AuthenticationParameters.withParams().credential(proof));
        if (request.getAttribute(FAULT) instanceof RuntimeException fault) {
            throw fault;
        }
        return status == AuthenticationStatus.SUCCESS;
    }

    /** From behind the container, which would swallow it. */
    static void remember(RuntimeException fault, HttpServletRequest request) {
        request.setAttribute(FAULT, fault);
    }
}
