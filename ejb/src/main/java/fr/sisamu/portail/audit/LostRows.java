package fr.sisamu.portail.audit;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicLong;

/** Rows that no database will ever hold: they are counted, and stand whole in the log. */
final class LostRows {

    private static final Logger LOG = System.getLogger(LostRows.class.getName());

    private final AtomicLong count = new AtomicLong();

    void add(Trace trace, Exception cause) {
        count.incrementAndGet();
        LOG.log(Level.ERROR, "not traced: " + described(trace) + ", " + trace.detail(), cause);
    }

    long count() {
        return count.get();
    }

    static String described(Trace trace) {
        return trace.kind() + " " + trace.outcome() + ", support code " + trace.supportCode();
    }
}
