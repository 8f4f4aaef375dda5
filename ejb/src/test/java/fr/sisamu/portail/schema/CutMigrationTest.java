package fr.sisamu.portail.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import fr.sisamu.portail.testdb.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Migrations that are cut, wherever that is: the next try makes the schema whole by itself. */
class CutMigrationTest {

    /** Every step with {@code -Dcut.stride=1}, which takes minutes; a prime, so that steps of every kind are met. */
    private static final int STRIDE = Integer.getInteger("cut.stride", 17);

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(CutDatabase.Moment.class)
    void areMadeWholeByPostgresql(CutDatabase.Moment moment) {
        int steps = stepsOf(postgresql());
        for (int step = 1; step <= steps; step += STRIDE) {
            DataSource real = postgresql();
            isCutAndHeals(new CutDatabase(real), real, step, moment);
        }
    }

    @ParameterizedTest
    @EnumSource(CutDatabase.Moment.class)
    void areMadeWholeInAFileOfH2(CutDatabase.Moment moment) {
        int steps = stepsOf(file("counted"));
        for (int step = 1; step <= steps; step += STRIDE) {
            DataSource real = file(moment + "-" + step);
            isCutAndHeals(new CutDatabase(real), real, step, moment);
            assertThat(directory.resolve(moment + "-" + step + ".before-migration.sql"))
                    .as("the copy after the last try")
                    .doesNotExist();
        }
    }

    /** What stood there before the migration is there afterwards, whatever the unfinished one had done to it. */
    @Test
    void keepWhatAFileOfH2Held() throws SQLException {
        DataSource real = file("held");
        run(real, "create table http_sessions (id varchar(128) primary key, data bytea)");
        run(real, "insert into http_sessions values ('one', x'00ff10')");
        CutDatabase database = new CutDatabase(real);
        database.cutAt(120, CutDatabase.Moment.AFTER);

        assertThatThrownBy(() -> Migrations.apply(database.source())).isInstanceOf(RuntimeException.class);
        assertThat(directory.resolve("held.before-migration.sql")).exists();
        run(real, "drop table http_sessions");
        database.mend();
        Migrations.apply(database.source());

        assertThat(one(real, "select count(*) from http_sessions where id = 'one' and data = x'00ff10'"))
                .isEqualTo("1");
        assertThat(Files.exists(directory.resolve("held.before-migration.sql"))).isFalse();
    }

    /** A cut in the midst of putting back is put back once more. */
    @Test
    void areHealedThoughTheHealingIsCut() throws SQLException {
        IntStream.rangeClosed(1, 6).forEach(healing -> {
            DataSource real = file("healing" + healing);
            CutDatabase database = new CutDatabase(real);
            database.cutAt(150, CutDatabase.Moment.BEFORE);
            assertThatThrownBy(() -> Migrations.apply(database.source())).isInstanceOf(RuntimeException.class);
            isCutAndHeals(database, real, healing, CutDatabase.Moment.AFTER);
        });
    }

    private static void isCutAndHeals(CutDatabase database, DataSource real, int step, CutDatabase.Moment moment) {
        database.cutAt(step, moment);
        Throwable fault = catchThrowable(() -> Migrations.apply(database.source()));
        assertThat(database.isCut()).as("cut at step %s", step).isTrue();

        database.mend();
        assertThat(catchThrowable(() -> Migrations.apply(database.source())))
                .as("the try after a cut %s step %s, which had met %s", moment, step, fault)
                .isNull();
        assertThat(one(real, "select count(*) from flyway_schema_history where not success"))
                .isEqualTo("0");
        assertThat(one(real, "select count(*) from account"))
                .as("the schema is used")
                .isEqualTo("0");
        Migrations.apply(real);
    }

    private static int stepsOf(DataSource real) {
        CutDatabase database = new CutDatabase(real);
        database.mend();
        Migrations.apply(database.source());
        return database.steps();
    }

    /** Without a pool, which would hand out once more what the cut has closed. */
    private static DataSource postgresql() {
        PGSimpleDataSource plain = new PGSimpleDataSource();
        try (Connection connection =
                TestDatabase.empty(TestDatabase.Kind.POSTGRESQL).getConnection()) {
            plain.setURL(connection.getMetaData().getURL());
            plain.setUser(connection.getMetaData().getUserName());
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return plain;
    }

    private DataSource file(String name) {
        JdbcDataSource file = new JdbcDataSource();
        file.setURL("jdbc:h2:file:" + directory.resolve(name)
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1;WRITE_DELAY=0");
        file.setUser("portail");
        return file;
    }

    private static void run(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(DataSource database, String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }
}
