package fr.sisamu.portail.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a page of the trace ended: the next one begins after this row, however many rows have come since. */
public record TraceCursor(Instant at, long id) {

    private static final Pattern TEXT = Pattern.compile("(-?\\d{1,17})\\.(-?\\d{1,18})");

    static TraceCursor of(TraceRow row) {
        return new TraceCursor(row.at(), row.id());
    }

    /** As it stands in an address. */
    public String text() {
        return RowDigest.micros(at) + "." + id;
    }

    /** What {@link #text()} gave; empty for anything else. */
    public static Optional<TraceCursor> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            long micros = Long.parseLong(parts.group(1));
            Instant at =
                    Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000);
            return Optional.of(new TraceCursor(at, Long.parseLong(parts.group(2))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
