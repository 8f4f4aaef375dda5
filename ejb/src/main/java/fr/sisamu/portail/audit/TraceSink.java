package fr.sisamu.portail.audit;

import java.io.Closeable;
import java.io.IOException;

/**
 * Where copies of the trace go, away from the database: a log collector, a file. One thread at a time hands rows over,
 * in their order; the database stays the reference.
 */
public interface TraceSink extends Closeable {

    /** As health and the trace call it. */
    String name();

    /**
     * Hands one row over. May take as long as it needs: nobody waits for it.
     *
     * @throws IOException if it was not taken; the same row is handed over again later
     */
    void write(TraceRow row) throws IOException;

    /** Breaks off what is under way, from any thread; the next row is written as if nothing had been. */
    @Override
    void close() throws IOException;
}
