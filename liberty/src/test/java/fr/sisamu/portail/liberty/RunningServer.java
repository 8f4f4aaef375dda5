package fr.sisamu.portail.liberty;

import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A server that the build has started, on ports that it reserved. */
public record RunningServer(int httpPort, int portalPort, int cardPort) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** The portal as the README starts it: EAR, simulated partners, demonstration data. Waits until cards can come in. */
    public static RunningServer demonstration() {
        RunningServer server = ofProperties("");
        CardWay.awaitOpen(server.http("/health/ready"));
        return server;
    }

    /** The server in which Arquillian deploys: the same configuration, and what the test brings. */
    public static RunningServer container() {
        return ofProperties("it.");
    }

    private static RunningServer ofProperties(String prefix) {
        return new RunningServer(port(prefix + "http.port"), port(prefix + "portal.port"), port(prefix + "card.port"));
    }

    private static int port(String property) {
        return Integer.parseInt(System.getProperty(property));
    }

    public URI http(String path) {
        return URI.create("http://localhost:" + httpPort + path);
    }

    public URI portal(String path) {
        return URI.create("https://localhost:" + portalPort + path);
    }

    /** The origin of the portal's pages (RFC 6454), which the card endpoint wants to see. */
    public String origin() {
        return "https://localhost:" + portalPort;
    }

    /** An address of the card endpoint on a fresh host name, as each attempt of a browser takes one. */
    public URI card(String path) {
        byte[] name = new byte[8];
        RANDOM.nextBytes(name);
        return URI.create("https://c" + HexFormat.of().formatHex(name) + ".carte.localhost:" + cardPort + path);
    }
}
