package fr.sisamu.portail.adapter.oidc;

import fr.sisamu.portail.prosanteconnect.PscRefusal;

/** Ends the reading of an answer that proves nothing; {@link OidcIdentityProvider} turns it into a value. */
class ProofRefused extends Exception {

    private final PscRefusal reason;

    /** The cause is for the trace: no code, no token. */
    ProofRefused(PscRefusal reason, String cause) {
        super(cause);
        this.reason = reason;
    }

    static ProofRefused untrusted(String cause) {
        return new ProofRefused(PscRefusal.UNTRUSTED_ANSWER, cause);
    }

    PscRefusal reason() {
        return reason;
    }
}
