package fr.sisamu.portail.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where browsers meet the portal, and the one origin (RFC 6454) from which its forms may come. */
@ApplicationScoped
public class PortalAddress {

    @Inject
    @ConfigProperty(name = "portail.url")
    URI url;

    public String origin() {
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        return url.getScheme() + "://" + url.getHost() + port;
    }

    /** An absolute address of the portal, for answers given on the card endpoint's other host. */
    public String to(String path) {
        return origin() + path;
    }
}
