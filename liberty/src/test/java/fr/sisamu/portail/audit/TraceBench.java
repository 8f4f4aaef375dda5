package fr.sisamu.portail.audit;

import fr.sisamu.portail.liberty.bench.Report;
import fr.sisamu.portail.liberty.bench.Spread;
import fr.sisamu.portail.schema.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGConnectionPoolDataSource;

/**
 * What the chain adds to the writing of a row, beside the bare row in the same rounds; how fast a trace is verified and
 * searched.
 */
class TraceBench {

    private static final int ROWS = Integer.getInteger("bench.trace.rows", 1_000_000);
    private static final int WARMUP = Integer.getInteger("bench.trace.warmup", 3000);
    private static final int ROUNDS = 5;
    private static final int WRITES = 1000;
    private static final int CROWD = 8;

    @Test
    void measuresWritingOnH2() throws Exception {
        JdbcConnectionPool pool = JdbcConnectionPool.create(
                "jdbc:h2:./target/trace-bench-" + System.nanoTime()
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0",
                "",
                "");
        try {
            Report report = new Report("Trace on H2 (file, WRITE_DELAY=0)");
            write(report, migrated(pool));
            report.print();
        } finally {
            pool.dispose();
        }
    }

    @Test
    void measuresWritingVerifyingAndSearchingOnPostgresql() throws Exception {
        try (EmbeddedPostgres server = durable()) {
            PGConnectionPoolDataSource postgres = new PGConnectionPoolDataSource();
            postgres.setURL(server.getJdbcUrl("postgres", "postgres"));
            JdbcConnectionPool pool = JdbcConnectionPool.create(postgres);
            try {
                Report report = new Report("Trace on PostgreSQL (fsync on)");
                write(report, migrated(pool));
                verify(report, pool);
                search(report, pool);
                report.print();
            } finally {
                pool.dispose();
            }
        }
    }

    /** As in production: a commit is on the disk. */
    private static EmbeddedPostgres durable() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
    }

    private static DataSource migrated(JdbcConnectionPool pool) {
        pool.setMaxConnections(CROWD + 4);
        Migrations.apply(pool);
        return pool;
    }

    private static void write(Report report, DataSource database) throws Exception {
        TraceWriters writers = new TraceWriters(database);
        writers.bare(WARMUP, 1);
        writers.chained(WARMUP, 1);
        for (int threads : new int[] {1, CROWD}) {
            List<Double> bare = new ArrayList<>();
            List<Double> chained = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                bare.add(writers.bare(WRITES, threads));
                chained.add(writers.chained(WRITES, threads));
            }
            String crowd = threads == 1 ? "one writer" : threads + " writers at once";
            report.line("bare row and commit, median, " + crowd, Spread.of(bare), "ms")
                    .line("chained row, sealed segments, median, " + crowd, Spread.of(chained), "ms")
                    .line("the chain adds, " + crowd, added(bare, chained));
        }
    }

    private static String added(List<Double> bare, List<Double> chained) {
        return String.format(
                Locale.ROOT,
                "%.2f ms",
                Spread.of(chained).median() - Spread.of(bare).median());
    }

    private static void verify(Report report, DataSource database) throws Exception {
        TraceWriters writers = new TraceWriters(database);
        writers.fill(ROWS);
        SealKeys keys = TraceWriters.keys();
        List<Double> perSecond = new ArrayList<>();
        long rows = 0;
        Optional<ChainFault> fault = Optional.empty();
        resetPeaks();
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            VerifyReport verified = Transaction.read(
                    database, connection -> new Verification(connection, keys, VerificationProgress.UNHEARD).run());
            rows = verified.rows();
            fault = verified.of(TraceWriters.NODE).orElseThrow().fault();
            perSecond.add(rows / ((System.nanoTime() - start) / 1e9));
        }
        report.line("rows verified each time", Long.toString(rows))
                .line("what was found", fault.map(ChainFault::toString).orElse("sound"))
                .line("verified", Spread.of(perSecond), "rows/s")
                .line("heap at its peak meanwhile", String.format(Locale.ROOT, "%.0f MB", peak() / 1e6));
    }

    private static void search(Report report, DataSource database) throws Exception {
        AuditSearch search = TraceWriters.search(database);
        TraceFilter filter = TraceFilter.everything().kind(TraceKind.LOGIN);
        TraceRow early = search.oldest(filter, Optional.empty()).get(400);
        List<Double> first = new ArrayList<>();
        List<Double> last = new ArrayList<>();
        List<Double> codes = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            first.add(millis(() -> search.page(filter, Optional.empty(), 50)));
            last.add(millis(() -> search.page(filter, Optional.of(TraceCursor.of(early)), 50)));
            codes.add(millis(() -> search.find(new SupportCode("K7F3-9QXM"))));
        }
        report.line("first page of fifty", Spread.of(first), "ms")
                .line("last page of fifty", Spread.of(last), "ms")
                .line("by support code", Spread.of(codes), "ms");
    }

    private static double millis(Runnable question) {
        long start = System.nanoTime();
        question.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static void resetPeaks() {
        System.gc();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static long peak() {
        return heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }
}
