package fr.sisamu.portail.schema;

import fr.sisamu.portail.secret.Secrets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Posts are called by the digest of their cookie from now on, and so are those that are known already. In Java, for the two
 * databases have no SQL in common that digests. Rows of the trace stay as they are: their chain guards them.
 */
final class DigestedPosts implements JavaMigration {

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("18");
    }

    @Override
    public String getDescription() {
        return "digested posts";
    }

    @Override
    public Integer getChecksum() {
        return null; // there is no file that could have been edited
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("alter table workstation add column former_id varchar(43) unique");
            addDigested(connection);
            statement.execute(renamed("work_session"));
            statement.execute(renamed("workstation_phone"));
            statement.execute("delete from workstation where former_id is null");
            statement.execute("alter table workstation drop column former_id");
        }
    }

    private static void addDigested(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet former = statement.executeQuery("select id from workstation");
                PreparedStatement add = connection.prepareStatement(
                        "insert into workstation (id, former_id, first_seen_at, last_seen_at)"
                                + " select ?, id, first_seen_at, last_seen_at from workstation where id = ?")) {
            while (former.next()) {
                add.setString(1, Secrets.digest(former.getString(1)));
                add.setString(2, former.getString(1));
                add.addBatch();
            }
            add.executeBatch();
        }
    }

    private static String renamed(String table) {
        return "update " + table + " set workstation_id = (select w.id from workstation w where w.former_id = " + table
                + ".workstation_id) where workstation_id is not null";
    }
}
