package fr.sisamu.portail.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Finds rows of the trace, a page at a time; the database does the paging, by keyset, so the last page costs what the
 * first one does. Who may ask is for the caller to judge. Every method throws {@link TraceUnreadableException} when the
 * database does not answer.
 */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class AuditSearch {

    /** The longest page. */
    public static final int LONGEST = 500;

    private static final int COUNTED = 10_000;

    @Resource(lookup = "jdbc/portail")
    DataSource database;

    /** The rows under this code, oldest first. */
    public List<TraceRow> find(SupportCode code) {
        return oldest(TraceFilter.everything().supportCode(code), Optional.empty());
    }

    /**
     * A page of the rows that match, newest first.
     *
     * @param after where the page before this one ended; empty for the first page
     * @param size 1 to {@link #LONGEST}; anything else is brought into these bounds
     */
    public TracePage page(TraceFilter filter, Optional<TraceCursor> after, int size) {
        int most = Math.max(1, Math.min(LONGEST, size));
        List<TraceRow> found = ask(connection -> new TraceQuery(filter).newest(connection, after, most + 1));
        if (found.size() <= most) {
            return new TracePage(found, Optional.empty());
        }
        List<TraceRow> rows = List.copyOf(found.subList(0, most));
        return new TracePage(rows, Optional.of(TraceCursor.of(rows.get(most - 1))));
    }

    /** How many rows match, counted up to ten thousand. */
    public TraceCount count(TraceFilter filter) {
        long found = ask(connection -> new TraceQuery(filter).count(connection, COUNTED + 1));
        return new TraceCount(Math.min(found, COUNTED), found > COUNTED);
    }

    List<TraceRow> oldest(TraceFilter filter, Optional<TraceCursor> after) {
        return ask(connection -> new TraceQuery(filter).oldest(connection, after, LONGEST));
    }

    private <T> T ask(Transaction.Work<T> question) {
        try (Connection connection = database.getConnection()) {
            return question.with(connection);
        } catch (SQLException e) {
            throw new TraceUnreadableException(e);
        }
    }
}
