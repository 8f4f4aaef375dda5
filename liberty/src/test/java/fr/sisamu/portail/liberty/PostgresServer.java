package fr.sisamu.portail.liberty;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;

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

    @Override
    public void close() throws IOException {
        server.close();
    }
}
