package fr.sisamu.portail.partners.psc;

import com.nimbusds.oauth2.sdk.id.Issuer;
import java.net.URI;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Where the provider stands. As in the real world the authorization endpoint is not below the issuer.
 *
 * @param origin of the provider, which is the portal's too: scheme, host and port
 * @param mutualTlsOrigin of the endpoint that asks for the client's certificate (RFC 8705 §5)
 */
record PscSettings(String origin, String mutualTlsOrigin) {

    /** Below the context of the partners' application. */
    static final String ROOT = "/partners/psc";

    static final String REALM = "/auth/realms/esante-wallet";
    static final String DISCOVERY = REALM + "/.well-known/wallet-openid-configuration";
    static final String OPENID_CONNECT = REALM + "/protocol/openid-connect/";
    static final String WALLET = "/wallet/";
    static final String E_CPS = "/ecps";
    static final String FAULTS = "/faults";
    static final String SWITCHES = "/switches";

    /** From the variables {@code portal.port} and {@code psc.port} of the server. */
    static PscSettings ofConfig() {
        Config config = ConfigProvider.getConfig();
        return new PscSettings(
                "https://localhost:" + config.getValue("portal.port", Integer.class),
                "https://localhost:" + config.getValue("psc.port", Integer.class));
    }

    Issuer issuer() {
        return new Issuer(origin + ROOT + REALM);
    }

    URI authorization() {
        return URI.create(origin + ROOT + WALLET + "auth");
    }

    /** An endpoint below the issuer, for instance {@code token}. */
    URI endpoint(String name) {
        return URI.create(origin + ROOT + OPENID_CONNECT + name);
    }

    /** The same endpoint where the client shows its certificate. */
    URI mutualTlsEndpoint(String name) {
        return URI.create(mutualTlsOrigin + ROOT + OPENID_CONNECT + name);
    }
}
