package fr.sisamu.portail.web.security;

import jakarta.servlet.ServletRequest;
import org.eclipse.microprofile.config.ConfigProvider;

/** The two endpoints of the server. The local port tells them apart, for no header can change it. */
public enum Endpoint {
    PORTAL,
    CARD;

    private static final int CARD_PORT = ConfigProvider.getConfig().getValue("portail.card.port", Integer.class);

    public boolean received(ServletRequest request) {
        return (request.getLocalPort() == CARD_PORT) == (this == CARD);
    }
}
