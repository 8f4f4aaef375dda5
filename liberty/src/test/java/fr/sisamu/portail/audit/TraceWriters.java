package fr.sisamu.portail.audit;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** Writes rows as the portal does, and as it would without a chain. */
final class TraceWriters {

    static final String NODE = "bench";

    private static final int BATCH = 500;

    private static final AtomicLong BARE_IDS = new AtomicLong(1L << 40);

    private final DataSource database;
    private final ChainWriter writer;
    private final TraceQueue queue;

    TraceWriters(DataSource database) {
        this.database = database;
        writer = writer(database);
        queue = queue(writer);
    }

    static SealKeys keys() {
        return SealKeys.of(List.of("YSBrZXkgZm9yIGJlbmNobWFya3MsIGFuZCBmb3Igbm90aGluZyBlbHNl"));
    }

    @SuppressWarnings("UnnecessaryAssignment") // here the benchmark is the container
    static AuditSearch search(DataSource database) {
        AuditSearch search = new AuditSearch();
        search.database = database;
        return search;
    }

    @SuppressWarnings("UnnecessaryAssignment")
    private static ChainWriter writer(DataSource database) {
        ChainWriter writer = new ChainWriter();
        writer.database = database;
        writer.keys = keys();
        writer.settings = new AuditSettings();
        writer.settings.node = NODE;
        writer.clock = Clock.systemUTC();
        writer.prepare();
        return writer;
    }

    @SuppressWarnings("UnnecessaryAssignment")
    private static TraceQueue queue(ChainWriter writer) {
        TraceQueue queue = new TraceQueue();
        queue.writer = writer;
        queue.clock = writer.clock;
        queue.sinks = new TraceSinks();
        queue.sinks.clock = writer.clock;
        return queue;
    }

    /** Median milliseconds of a row and its commit. */
    double bare(int rows, int threads) throws Exception {
        return median(rows, threads, () -> insert(trace()));
    }

    /** The same through the portal's own door. */
    double chained(int rows, int threads) throws Exception {
        return median(rows, threads, () -> queue.add(trace()));
    }

    /** As many rows as fast as it goes. */
    void fill(int rows) throws SQLException {
        for (int done = 0; done < rows; done += BATCH) {
            List<PendingRow> batch = new ArrayList<>();
            for (int i = 0; i < BATCH; i++) {
                batch.add(new PendingRow(trace(), writer.clock.instant()));
            }
            writer.write(batch);
        }
    }

    private static Trace trace() {
        return Trace.of(TraceKind.LOGIN, "CPX")
                .account(12)
                .session(34)
                .identifier("810000000001")
                .unit("FR680")
                .origin("192.0.2.7")
                .workstation("w".repeat(43))
                .detail("CRRA 68, Assistant de régulation médicale");
    }

    private interface Write {
        void run() throws SQLException;
    }

    private static double median(int rows, int threads, Write write) throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(threads);
        try {
            Callable<long[]> one = () -> {
                long[] nanos = new long[rows / threads];
                for (int i = 0; i < nanos.length; i++) {
                    long start = System.nanoTime();
                    write.run();
                    nanos[i] = System.nanoTime() - start;
                }
                return nanos;
            };
            List<Callable<long[]>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                all.add(one);
            }
            List<Long> nanos = new ArrayList<>();
            for (Future<long[]> done : crowd.invokeAll(all)) {
                Arrays.stream(done.get()).forEach(nanos::add);
            }
            return nanos.stream().sorted().toList().get(nanos.size() / 2) / 1e6;
        } finally {
            crowd.shutdown();
        }
    }

    private void insert(Trace trace) throws SQLException {
        Transaction.write(database, connection -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into audit_entry (id, at, node, kind, outcome, support_code,"
                            + " account_id, session_id, identifier, unit_code, origin, workstation_id, detail)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                insert.setLong(1, BARE_IDS.incrementAndGet());
                insert.setObject(2, writer.clock.instant().atOffset(ZoneOffset.UTC));
                insert.setString(3, NODE);
                insert.setString(4, trace.kind().name());
                insert.setString(5, trace.outcome());
                insert.setString(6, trace.supportCode().value());
                insert.setLong(7, trace.account().orElseThrow());
                insert.setLong(8, trace.session().orElseThrow());
                insert.setString(9, trace.identifier().orElseThrow());
                insert.setString(10, trace.unit().orElseThrow());
                insert.setString(11, trace.origin().orElseThrow());
                insert.setString(12, trace.workstation().orElseThrow());
                insert.setString(13, trace.detail());
                return insert.executeUpdate();
            }
        });
    }
}
