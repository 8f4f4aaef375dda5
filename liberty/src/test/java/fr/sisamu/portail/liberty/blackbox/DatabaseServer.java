package fr.sisamu.portail.liberty.blackbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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

    /** How the row of the trace under this support code says that it ended. */
    String outcomeOf(String supportCode) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address(), "portail", "");
                PreparedStatement query =
                        connection.prepareStatement("select outcome from audit_entry where support_code = ?")) {
            query.setString(1, supportCode);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getString(1) : "no row of " + supportCode;
            }
        }
    }

    void stop() {
        if (server != null) {
            server.stop();
        }
    }
}
