package fr.sisamu.portail.testdb;

import fr.sisamu.portail.schema.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** A migrated database of each kind, made once for all tests; each test adds rows of its own. */
public final class TestDatabase {

    /** The two databases that the portal runs on. */
    public enum Kind {
        H2,
        POSTGRESQL
    }

    private static final Map<Kind, TestDatabase> MADE = new EnumMap<>(Kind.class);

    private static EmbeddedPostgres server;

    private final DataSource dataSource;
    private final EntityManagerFactory entityManagers;

    private TestDatabase(String name, DataSource dataSource) {
        this.dataSource = dataSource;
        entityManagers = Persistence.createEntityManagerFactory(
                "portail",
                Map.of(
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource",
                        "",
                        "jakarta.persistence.nonJtaDataSource",
                        dataSource,
                        "eclipselink.session-name",
                        "portail-" + name));
    }

    public static synchronized TestDatabase of(Kind kind) {
        return MADE.computeIfAbsent(kind, TestDatabase::migrated);
    }

    /** A migrated database of one test alone, for tests that look at a whole table. */
    public static TestDatabase fresh(Kind kind) {
        return migrated(kind);
    }

    /** The portal's services on this data source; for tests that lose it or make it fail. */
    public static TestDatabase behind(DataSource dataSource) {
        return new TestDatabase("behind-" + UUID.randomUUID(), dataSource);
    }

    /** A database that no one can reach. */
    public static TestDatabase unreachable() {
        JdbcDataSource nowhere = new JdbcDataSource();
        nowhere.setURL("jdbc:h2:mem:nowhere;IFEXISTS=TRUE");
        return new TestDatabase("nowhere", nowhere);
    }

    private static TestDatabase migrated(Kind kind) {
        DataSource dataSource = empty(kind);
        Migrations.apply(dataSource);
        return new TestDatabase(kind.name() + UUID.randomUUID(), dataSource);
    }

    /** A database without any table. */
    public static synchronized DataSource empty(Kind kind) {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        if (kind == Kind.H2) {
            String url = "jdbc:h2:mem:" + name + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1";
            JdbcDataSource memory = new JdbcDataSource();
            memory.setURL(url);
            return pool(memory);
        }
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .start();
            }
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            PGConnectionPoolDataSource postgres = new PGConnectionPoolDataSource();
            postgres.setURL(server.getJdbcUrl("postgres", name));
            return pool(postgres);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DataSource pool(ConnectionPoolDataSource connections) {
        JdbcConnectionPool pool = JdbcConnectionPool.create(connections);
        pool.setMaxConnections(60);
        return pool;
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public EntityManagerFactory entityManagers() {
        return entityManagers;
    }
}
