package fr.sisamu.portail.liberty.blackbox;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The trace, read as an administrator reads it: by the support code that somebody tells on the phone. */
final class TraceRows {

    private TraceRows() {}

    record Row(String kind, String outcome, String detail) {}

    /** The one row under this code. */
    static Row find(DatabaseServer database, String supportCode) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.address(), "portail", "");
                PreparedStatement query = connection.prepareStatement(
                        "select kind, outcome, detail from audit_entry where support_code = ?")) {
            query.setString(1, supportCode);
            try (ResultSet rows = query.executeQuery()) {
                if (!rows.next()) {
                    throw new AssertionError("nothing in the trace under " + supportCode);
                }
                return new Row(rows.getString(1), rows.getString(2), rows.getString(3));
            }
        }
    }
}
