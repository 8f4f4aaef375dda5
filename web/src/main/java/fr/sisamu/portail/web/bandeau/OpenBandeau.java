package fr.sisamu.portail.web.bandeau;

import fr.sisamu.portail.session.SessionToken;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.io.PrintWriter;

/** One bandeau on one screen, as far as the server sees it: a session and an open connection. */
final class OpenBandeau {

    private final long session;
    private final SessionToken token;
    private final AsyncContext connection;

    OpenBandeau(long session, SessionToken token, AsyncContext connection) {
        this.session = session;
        this.token = token;
        this.connection = connection;
    }

    long session() {
        return session;
    }

    SessionToken token() {
        return token;
    }

    AsyncContext connection() {
        return connection;
    }

    /**
     * Sends one event; synchronised, because the pulse and a notice may come at once.
     *
     * @throws IOException if the browser is gone
     */
    synchronized void send(String event, String data) throws IOException {
        ServletResponse response = connection.getResponse();
        PrintWriter writer = response.getWriter();
        writer.write("event: " + event + "\ndata: " + data + "\n\n");
        response.flushBuffer();
        if (writer.checkError()) {
            throw new IOException("the browser is gone");
        }
    }
}
