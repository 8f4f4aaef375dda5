package fr.sisamu.portail.liberty.blackbox;

import fr.sisamu.portail.liberty.RunningServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;

/** A request written octet by octet, as no library would send it. */
final class RawRequest {

    private static final int PATIENCE_MILLIS = 20_000;

    private final int port;

    private RawRequest(int port) {
        this.port = port;
    }

    static RawRequest to(RunningServer server) {
        return new RawRequest(server.portalPort());
    }

    /** To the card endpoint. */
    static RawRequest toCard(RunningServer server) {
        return new RawRequest(server.cardPort());
    }

    /** Sends it, and reads until the server closes the connection; empty if it closes without a word. */
    String send(String request) throws IOException {
        try (SSLSocket socket = (SSLSocket) CardClient.tls().getSocketFactory().createSocket("localhost", port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
