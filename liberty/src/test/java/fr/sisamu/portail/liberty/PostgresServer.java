package fr.sisamu.portail.liberty;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL of its own, from Maven: the database that a hospital runs. */
public final class PostgresServer implements AutoCloseable {

    private final EmbeddedPostgres server;

    private PostgresServer(EmbeddedPostgres server) {
        this.server = server;
    }

    public static PostgresServer start() throws IOException {
        return new PostgresServer(EmbeddedPostgres.start());
    }

    /** Gives the copy this database, from its next start on. */
    public void serve(ServerCopy copy) throws IOException {
        copy.set("db.url", server.getJdbcUrl("postgres", "postgres"));
        copy.set("db.user", "postgres");
    }

    /** The same, with a network between the two that a test may disturb. */
    public void serve(ServerCopy copy, DatabaseRelay relay) throws IOException {
        serve(copy);
        copy.set("db.url", "jdbc:postgresql://127.0.0.1:" + relay.port() + "/postgres");
    }

    /** The port on which it listens. */
    public int port() {
        return server.getPort();
    }

    public Connection connect() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    /** The process whose children serve the connections. */
    public long pid() throws SQLException, IOException {
        try (Connection connection = connect();
                Statement ask = connection.createStatement();
                ResultSet answer = ask.executeQuery("show data_directory")) {
            answer.next();
            Path file = Path.of(answer.getString(1), "postmaster.pid");
            return Long.parseLong(Files.readAllLines(file).get(0).strip());
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
