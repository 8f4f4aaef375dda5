package fr.sisamu.portail.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Writes rows of the trace as text, oldest first, some hundreds in memory at a time. No database connection is held
 * while a slow reader takes what was written.
 */
@ApplicationScoped
public class AuditExport {

    @Inject
    AuditSearch search;

    private interface Line {
        String of(TraceRow row);
    }

    /**
     * For a spreadsheet: UTF-8 with its mark, semicolons, every cell quoted (RFC 4180), and none that a spreadsheet
     * would take for a formula.
     *
     * @return how many rows were written
     * @throws IOException if the reader has gone
     * @throws TraceUnreadableException if the database does not answer
     */
    public long csv(TraceFilter filter, Appendable out) throws IOException {
        out.append('\uFEFF').append(TraceCsv.HEADER);
        return export(filter, out, TraceCsv::line);
    }

    /** One JSON object a line, as {@link TraceJson} describes it; otherwise as {@link #csv}. */
    public long jsonLines(TraceFilter filter, Appendable out) throws IOException {
        return export(filter, out, row -> TraceJson.of(row) + "\n");
    }

    private long export(TraceFilter filter, Appendable out, Line line) throws IOException {
        long written = 0;
        Optional<TraceCursor> after = Optional.empty();
        while (true) {
            List<TraceRow> rows = search.oldest(filter, after);
            for (TraceRow row : rows) {
                out.append(line.of(row));
            }
            written += rows.size();
            if (rows.size() < AuditSearch.LONGEST) {
                return written;
            }
            after = Optional.of(TraceCursor.of(rows.get(rows.size() - 1)));
        }
    }
}
