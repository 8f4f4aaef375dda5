package fr.sisamu.portail.partners.psc;

import java.util.Arrays;
import java.util.Optional;

/** The endpoints of the protocol, by their path below {@link PscSettings#ROOT}. */
enum PscEndpoint {
    DISCOVERY(PscSettings.DISCOVERY),
    AUTHORIZATION(PscSettings.WALLET + "auth"),
    TOKEN(PscSettings.OPENID_CONNECT + "token"),
    USERINFO(PscSettings.OPENID_CONNECT + "userinfo"),
    CERTS(PscSettings.OPENID_CONNECT + "certs"),
    LOGOUT(PscSettings.OPENID_CONNECT + "logout"),
    CIBA(PscSettings.OPENID_CONNECT + "ext/ciba/auth");

    private final String path;

    PscEndpoint(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    static Optional<PscEndpoint> at(String path) {
        return Arrays.stream(values()).filter(each -> each.path.equals(path)).findFirst();
    }
}
