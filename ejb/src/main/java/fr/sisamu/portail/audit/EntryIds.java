package fr.sisamu.portail.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Ids of rows, fetched fifty at a time as the sequence of V3 counts them. */
final class EntryIds {

    private static final int BLOCK = 50;

    private long next;
    private long end;

    long next(Connection connection) throws SQLException {
        if (next == end) {
            try (PreparedStatement statement = connection.prepareStatement("select nextval('audit_entry_seq')");
                    ResultSet block = statement.executeQuery()) {
                block.next();
                end = block.getLong(1) + 1;
                next = end - BLOCK;
            }
        }
        return next++;
    }
}
