package fr.sisamu.portail.revocation;

import jakarta.ejb.Stateless;
import java.security.cert.X509Certificate;

/** Tells whether a certificate is revoked, from memory: no outbound call, no query. */
@Stateless
public class RevocationService {

    /** Judges by the list of the authority that issued the certificate; the chain is already verified. */
    public RevocationAnswer check(X509Certificate certificate, X509Certificate authority) {
        throw new UnsupportedOperationException();
    }
}
