package fr.sisamu.portail.liberty.blackbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import org.h2.tools.Server;

/** A database behind the network, which a test may take away and give back with all that it holds. */
final class DatabaseServer {

    static {
        // Before its classes are loaded: left to itself, H2 listens on every address.
        System.setProperty("h2.bindAddress", "127.0.0.1");
    }

    private final int port;
    private Server server;

    DatabaseServer() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
    }

    String address() {
        return "jdbc:h2:tcp://127.0.0.1:" + port + "/mem:lost;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1";
    }

    void start() throws SQLException {
        server = Server.createTcpServer("-tcpPort", Integer.toString(port), "-ifNotExists", "-tcpDaemon")
                .start();
    }

    void stop() {
        if (server != null) {
            server.stop();
        }
    }
}
