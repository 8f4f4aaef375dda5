package fr.sisamu.portail.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sisamu.portail.secret.Secrets;
import fr.sisamu.portail.testdb.MovableClock;
import fr.sisamu.portail.testdb.TestDatabase;
import jakarta.ejb.EJBException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaMigrationTest {

    final MovableClock clock = new MovableClock();

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void migratesAnEmptyDatabaseAndIsReady(TestDatabase.Kind kind) throws SQLException {
        SchemaMigration migration = migration(TestDatabase.empty(kind));

        migration.attempt();
        migration.attempt();

        assertThat(migration.state.ready()).isTrue();
        assertThat(migration.state.since()).contains(clock.instant());
        assertThat(versions(migration.database)).isGreaterThanOrEqualTo(5);
    }

    @Test
    void saysThatOnlyARestartHelpsWhenTheTablesAnswerAndCannotBeUsed() {
        SchemaMigration migration = migration(TestDatabase.empty(TestDatabase.Kind.H2));
        HiddenRetries whole = migration.retries;
        retriesOf(migration, spoilt());

        for (int tries = 1; tries <= 6; tries++) {
            assertThat(migration.state.spoilt()).isFalse();
            migration.attempt();
        }

        assertThat(migration.state.spoilt()).isTrue();
        retriesOf(migration, whole);
        migration.attempt();
        assertThat(migration.state.spoilt()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void migratesBesideTablesThatTheServerMadeFirst(TestDatabase.Kind kind) throws SQLException {
        DataSource database = TestDatabase.empty(kind);
        run(database, "create table http_sessions (id varchar(128) primary key)");

        Migrations.apply(database);

        assertThat(versions(database)).isGreaterThanOrEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void refusesAReleasedFileThatWasEdited(TestDatabase.Kind kind) throws SQLException {
        DataSource database = TestDatabase.empty(kind);
        Migrations.apply(database);
        run(database, "update flyway_schema_history set checksum = checksum + 1 where version = '2'");

        assertThatThrownBy(() -> Migrations.apply(database)).isInstanceOf(FlywayException.class);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void callsKnownPostsByTheDigestOfTheirCookieFromNowOn(TestDatabase.Kind kind) throws SQLException {
        DataSource database = TestDatabase.empty(kind);
        Migrations.apply(database, MigrationVersion.fromVersion("16"));
        String[] posts = {Secrets.random(), Secrets.random()};
        String time = "timestamp with time zone '2026-01-01 00:00:00+00'";
        run(database, "insert into account values (1, 'a.b', 'A', 'B', 'ACTIVE', " + time + ", null, null, 1, 0)");
        run(database, "insert into unit (id, code, name, idle_timeout_seconds, version) values (1, 'F1', 'U', 900, 1)");
        run(database, "insert into phone values (1, 1, '4101', 'Poste 1', true)");
        for (int i = 0; i < posts.length; i++) {
            run(database, "insert into workstation values ('" + posts[i] + "', " + time + ", " + time + ")");
            run(database, "insert into workstation_phone values ('" + posts[i] + "', 1, 1)");
            run(
                    database,
                    "insert into work_session (id, token_digest, account_id, method, level, workstation_id, origin,"
                            + " opened_at, last_seen_at, expires_at, version) values (" + i + ", 't" + i
                            + "', 1, 'CARD', 'STRONG', '" + posts[i] + "', '192.0.2.1', " + time + ", " + time + ", "
                            + time + ", 1)");
        }
        run(
                database,
                "insert into work_session (id, token_digest, account_id, method, level, origin, opened_at, last_seen_at,"
                        + " expires_at, version) values (9, 't9', 1, 'CARD', 'STRONG', '192.0.2.1', " + time + ", "
                        + time + ", " + time + ", 1)");

        Migrations.apply(database);

        Set<String> digests = Set.of(Secrets.digest(posts[0]), Secrets.digest(posts[1]));
        assertThat(texts(database, "select id from workstation")).containsExactlyInAnyOrderElementsOf(digests);
        assertThat(texts(database, "select workstation_id from workstation_phone"))
                .containsExactlyInAnyOrderElementsOf(digests);
        assertThat(texts(database, "select workstation_id from work_session order by id"))
                .containsExactly(Secrets.digest(posts[0]), Secrets.digest(posts[1]), null);
    }

    @Test
    void startsWithoutADatabaseAndTriesAgainUntilItIsThere() {
        SchemaMigration migration = migration(nowhere());
        Instant start = clock.instant();

        migration.attempt();
        clock.advance(Duration.ofSeconds(5));
        migration.attempt();

        assertThat(migration.state.ready()).isFalse();
        assertThat(migration.state.since()).contains(start);
        assertThat(migration.state.lastError()).isPresent();

        migration.database = TestDatabase.empty(TestDatabase.Kind.H2);
        migration.attempt();

        assertThat(migration.state.ready()).isTrue();
        assertThat(migration.state.lastError()).isEmpty();
    }

    @Test
    void isNotStoppedByWhatNobodyForesaw() {
        SchemaMigration migration = migration(TestDatabase.empty(TestDatabase.Kind.H2));
        HiddenRetries whole = migration.retries;
        retriesOf(migration, spoilt());

        migration.attempt();

        assertThat(migration.state.ready()).isFalse();
        assertThat(migration.state.lastError()).contains("the container is not what it was");

        retriesOf(migration, whole);
        migration.attempt();

        assertThat(migration.state.ready()).isTrue();
    }

    @Test
    void letsTwoNodesStartAtOnceOnPostgresql() throws Exception {
        DataSource database = TestDatabase.empty(TestDatabase.Kind.POSTGRESQL);
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            Callable<SchemaMigration> node = () -> {
                SchemaMigration migration = migration(database);
                migration.attempt();
                return migration;
            };
            for (Future<SchemaMigration> started : nodes.invokeAll(List.of(node, node))) {
                assertThat(started.get().state.ready()).isTrue();
            }
        } finally {
            nodes.shutdownNow();
        }
    }

    private static HiddenRetries spoilt() {
        return new HiddenRetries() {
            @Override
            void switchOff() {
                throw new EJBException("the container is not what it was");
            }
        };
    }

    @SuppressWarnings("UnnecessaryAssignment") // here the test is the container
    private static void retriesOf(SchemaMigration migration, HiddenRetries retries) {
        migration.retries = retries;
    }

    @SuppressWarnings("UnnecessaryAssignment") // here the test is the container
    private SchemaMigration migration(DataSource database) {
        SchemaMigration migration = new SchemaMigration();
        migration.database = database;
        migration.state = new SchemaState();
        migration.state.clock = clock;
        migration.retries = new HiddenRetries();
        migration.retries.persistence = TestDatabase.of(TestDatabase.Kind.H2).entityManagers();
        return migration;
    }

    private static DataSource nowhere() {
        JdbcDataSource nowhere = new JdbcDataSource();
        nowhere.setURL("jdbc:h2:mem:nowhere;IFEXISTS=TRUE");
        return nowhere;
    }

    private static int versions(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "select count(*) from flyway_schema_history where success and type = 'SQL'")) {
            result.next();
            return result.getInt(1);
        }
    }

    private static List<String> texts(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private static void run(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
