package fr.sisamu.portail.liberty.blackbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.tools.Server;

/** A database behind the network, which a test may take away and give back with all that it holds. */
public final class DatabaseServer {

    static {
        // Before its classes are loaded: left to itself, H2 listens on every address.
        System.setProperty("h2.bindAddress", "127.0.0.1");
    }

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final String name;
    private final int port;
    private Server server;

    public DatabaseServer() throws IOException {
        name = "test" + NEXT.incrementAndGet();
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
    }

    public String address() {
        return "jdbc:h2:tcp://127.0.0.1:" + port + "/mem:" + name
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1";
    }

    public void start() throws SQLException {
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

    /** The first column of the first row; null when there is none. */
    String one(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address(), "portail", "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    /** One statement, as an administrator's. */
    public void run(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address(), "portail", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of what a query finds. */
    List<String> texts(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address(), "portail", "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    public void stop() {
        if (server != null) {
            server.stop();
        }
    }
}
