package fr.sisamu.portail.administration;

import fr.sisamu.portail.audit.AuditExport;
import fr.sisamu.portail.audit.AuditSearch;
import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceCursor;
import fr.sisamu.portail.audit.TraceFilter;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.audit.TracePage;
import fr.sisamu.portail.role.Duty;
import fr.sisamu.portail.role.Rights;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Searches the trace and takes it away; needs {@link Duty#READ_TRACE}. That it was taken away is traced too. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TraceReading {

    private static final int PAGE = 50;

    @Inject
    TraceFilters filters;

    @Inject
    AuditSearch search;

    @Inject
    AuditExport export;

    @Inject
    AuditTrail trail;

    /** A page of the rows that match, the newest first. */
    public TracePage find(Rights by, TraceQuestion question, Optional<TraceCursor> after) {
        by.demand(Duty.READ_TRACE);
        return filters.of(question)
                .map(filter -> search.page(filter, after, PAGE))
                .orElseGet(() -> new TracePage(List.of(), Optional.empty()));
    }

    /**
     * Writes all rows that match, the oldest first, some hundreds in memory at a time.
     *
     * @throws IOException if the reader has gone
     */
    public void csv(Rights by, TraceQuestion question, Appendable out) throws IOException {
        by.demand(Duty.READ_TRACE);
        taken(by, "CSV", question, out, export::csv);
    }

    /** The same as {@link #csv}, one JSON object a line. */
    public void jsonLines(Rights by, TraceQuestion question, Appendable out) throws IOException {
        by.demand(Duty.READ_TRACE);
        taken(by, "JSON", question, out, export::jsonLines);
    }

    private interface Form {
        long write(TraceFilter filter, Appendable out) throws IOException;
    }

    private void taken(Rights by, String outcome, TraceQuestion question, Appendable out, Form form)
            throws IOException {
        trail.record(by.actor().sign(Trace.of(TraceKind.TRACE_EXPORTED, outcome).detail(question.toString())));
        Optional<TraceFilter> filter = filters.of(question);
        if (filter.isPresent()) {
            form.write(filter.get(), out);
        }
    }
}
