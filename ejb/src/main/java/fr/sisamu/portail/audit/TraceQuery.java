package fr.sisamu.portail.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** The conditions of a filter as SQL; whatever comes from outside is a parameter. */
final class TraceQuery {

    private final StringJoiner conditions = new StringJoiner(" and ", " where ", "");
    private final List<Object> values = new ArrayList<>();

    TraceQuery(TraceFilter filter) {
        conditions.setEmptyValue("");
        filter.supportCode().ifPresent(code -> and("support_code = ?", code.value()));
        filter.account().ifPresent(id -> and("account_id = ?", id));
        filter.kind().ifPresent(kind -> and("kind = ?", kind.name()));
        filter.outcome().ifPresent(outcome -> and("outcome = ?", outcome));
        filter.unit().ifPresent(unit -> and("unit_code = ?", unit));
        filter.origin().ifPresent(origin -> and("origin = ?", origin));
        filter.from().ifPresent(from -> and("at >= ?", from.atOffset(ZoneOffset.UTC)));
        filter.until().ifPresent(until -> and("at < ?", until.atOffset(ZoneOffset.UTC)));
    }

    /** Newest first, beyond the cursor. The first condition says nothing new; it lets H2 use the index. */
    List<TraceRow> newest(Connection connection, Optional<TraceCursor> after, int most) throws SQLException {
        after.ifPresent(cursor -> {
            and("at <= ?", cursor.at().atOffset(ZoneOffset.UTC));
            and("(at, id) < (?, ?)", cursor.at().atOffset(ZoneOffset.UTC), cursor.id());
        });
        return rows(connection, "at desc, id desc", most);
    }

    /** Oldest first, beyond the cursor. */
    List<TraceRow> oldest(Connection connection, Optional<TraceCursor> after, int most) throws SQLException {
        after.ifPresent(cursor -> {
            and("at >= ?", cursor.at().atOffset(ZoneOffset.UTC));
            and("(at, id) > (?, ?)", cursor.at().atOffset(ZoneOffset.UTC), cursor.id());
        });
        return rows(connection, "at, id", most);
    }

    long count(Connection connection, int most) throws SQLException {
        values.add(most);
        try (PreparedStatement select = prepared(
                        connection,
                        "select count(*) from (select 1 from audit_entry" + conditions + " limit ?) as found");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private List<TraceRow> rows(Connection connection, String order, int most) throws SQLException {
        values.add(most);
        try (PreparedStatement select = prepared(
                        connection,
                        "select " + TraceColumns.ALL + " from audit_entry" + conditions + " order by " + order
                                + " limit ?");
                ResultSet found = select.executeQuery()) {
            List<TraceRow> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(TraceColumns.read(found));
            }
            return rows;
        }
    }

    private PreparedStatement prepared(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        return statement;
    }

    private void and(String condition, Object... parameters) {
        conditions.add(condition);
        values.addAll(List.of(parameters));
    }
}
