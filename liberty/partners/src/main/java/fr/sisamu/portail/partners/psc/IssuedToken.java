package fr.sisamu.portail.partners.psc;

import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * An access token in the hands of a client.
 *
 * @param boundTo the certificate without which it is worthless (RFC 8705 §3)
 */
record IssuedToken(Grant grant, Optional<X509Certificate> boundTo) {

    boolean goodWith(X509Certificate shown) {
        return boundTo.isEmpty() || boundTo.get().equals(shown);
    }
}
