package fr.sisamu.portail.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * A row of the trace as it stands in the database, whatever somebody may have made of it: so its kind is a text.
 *
 * @param supportCode leads from what a person reads out to this row
 * @param link empty for a row that is older than the chain
 */
public record TraceRow(
        long id,
        Instant at,
        String node,
        String kind,
        String outcome,
        String supportCode,
        Optional<Long> account,
        Optional<Long> session,
        Optional<String> identifier,
        Optional<String> unit,
        Optional<String> origin,
        Optional<String> workstation,
        String detail,
        Optional<ChainLink> link) {

    /** The row of a trace that is about to be written: values cut to their column, control characters replaced. */
    static TraceRow of(long id, Instant at, String node, Trace trace) {
        return new TraceRow(
                id,
                at,
                Printable.cut(node, 64),
                trace.kind().name(),
                Printable.cut(trace.outcome(), 40),
                Printable.cut(trace.supportCode().value(), 16),
                trace.account(),
                trace.session(),
                trace.identifier().map(value -> Printable.cut(value, 32)),
                trace.unit().map(value -> Printable.cut(value, 5)),
                trace.origin().map(value -> Printable.cut(value, 45)),
                trace.workstation().map(value -> Printable.cut(value, 43)),
                Printable.cut(trace.detail(), 2000),
                Optional.empty());
    }

    /** The same row as number {@code sequence} of its node's chain. */
    TraceRow after(String previous, long sequence) {
        TraceRow open = with(Optional.of(new ChainLink(sequence, previous, "")));
        return with(Optional.of(new ChainLink(sequence, previous, RowDigest.of(open))));
    }

    TraceRow with(Optional<ChainLink> place) {
        return new TraceRow(
                id,
                at,
                node,
                kind,
                outcome,
                supportCode,
                account,
                session,
                identifier,
                unit,
                origin,
                workstation,
                detail,
                place);
    }

    /** The row as the event that was handed in. */
    TracedEvent event() {
        return new TracedEvent(
                at,
                node,
                new Trace(
                        TraceKind.valueOf(kind),
                        outcome,
                        new SupportCode(supportCode),
                        account,
                        session,
                        identifier,
                        unit,
                        origin,
                        workstation,
                        detail));
    }
}
