package fr.sisamu.portail.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Which rows of the trace are looked for; what is empty does not matter.
 *
 * @param account the id of an account
 * @param unit the code of a unit, as {@code FR680}
 * @param origin an address, whole
 * @param from the first instant that still counts
 * @param until the first instant that counts no more
 */
public record TraceFilter(
        Optional<SupportCode> supportCode,
        Optional<Long> account,
        Optional<TraceKind> kind,
        Optional<String> outcome,
        Optional<String> unit,
        Optional<String> origin,
        Optional<Instant> from,
        Optional<Instant> until) {

    public static TraceFilter everything() {
        return new TraceFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public TraceFilter supportCode(SupportCode code) {
        return new TraceFilter(Optional.of(code), account, kind, outcome, unit, origin, from, until);
    }

    public TraceFilter account(long id) {
        return new TraceFilter(supportCode, Optional.of(id), kind, outcome, unit, origin, from, until);
    }

    public TraceFilter kind(TraceKind wanted) {
        return new TraceFilter(supportCode, account, Optional.of(wanted), outcome, unit, origin, from, until);
    }

    public TraceFilter outcome(String wanted) {
        return new TraceFilter(supportCode, account, kind, Optional.of(wanted), unit, origin, from, until);
    }

    public TraceFilter unit(String code) {
        return new TraceFilter(supportCode, account, kind, outcome, Optional.of(code), origin, from, until);
    }

    public TraceFilter origin(String address) {
        return new TraceFilter(supportCode, account, kind, outcome, unit, Optional.of(address), from, until);
    }

    /** From the first instant on, and up to but without the second. */
    public TraceFilter period(Instant first, Instant end) {
        return new TraceFilter(supportCode, account, kind, outcome, unit, origin, Optional.of(first), Optional.of(end));
    }
}
