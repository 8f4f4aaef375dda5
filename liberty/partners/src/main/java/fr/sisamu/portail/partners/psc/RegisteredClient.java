package fr.sisamu.portail.partners.psc;

import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.net.URI;
import java.security.cert.X509Certificate;

/**
 * What the portal registered here.
 *
 * @param certificate its ORG AUTH_CLI certificate: names it at the mutual TLS endpoint (RFC 8705 §2.1), and its key signs
 *     the assertions of {@code private_key_jwt} (RFC 7523)
 */
record RegisteredClient(
        ClientID id,
        Secret secret,
        X509Certificate certificate,
        URI redirect,
        URI postLogoutRedirect,
        URI backChannelLogout) {

    static RegisteredClient portal(PscSettings settings, X509Certificate certificate) {
        String pages = settings.origin() + "/prosanteconnect/";
        return new RegisteredClient(
                new ClientID("portail-demo"),
                new Secret("demo-si-samu"),
                certificate,
                URI.create(pages + "retour"),
                URI.create(pages + "parti"),
                URI.create(pages + "backchannel-logout"));
    }
}
