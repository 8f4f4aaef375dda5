package fr.sisamu.portail.audit;

import java.util.ArrayList;
import java.util.List;

/** What new rows make of a chain: the rows with their places, and where it ends then. */
record Extension(ChainHead start, ChainHead end, List<TraceRow> rows) {

    static Extension of(ChainHead start, List<TraceRow> added) {
        List<TraceRow> rows = new ArrayList<>(added.size());
        ChainHead end = start;
        for (TraceRow row : added) {
            TraceRow chained = row.after(end.digest(), end.sequence() + 1);
            rows.add(chained);
            end = end.movedTo(chained.link().orElseThrow());
        }
        boolean full = end.sequence() - end.sealedTo() >= ChainWriter.SEGMENT;
        return new Extension(start, full && !rows.isEmpty() ? end.sealed() : end, rows);
    }

    boolean endsSegment() {
        return end.sealedTo() > start.sealedTo();
    }
}
