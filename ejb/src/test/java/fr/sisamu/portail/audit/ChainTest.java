package fr.sisamu.portail.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class ChainTest {

    private final TestDatabase.Kind kind;
    private final TestDatabase database;
    private final Chain chain;

    ChainTest(TestDatabase.Kind kind) {
        this.kind = kind;
        database = TestDatabase.of(kind);
        chain = new Chain(kind, database);
    }

    @Test
    void hangsEachRowOnTheOneBeforeIt() {
        chain.write(3);

        assertThat(chain.row(1).link().orElseThrow().previous()).isEqualTo(RowDigest.beginning(chain.node()));
        assertThat(chain.row(2).link().orElseThrow().previous())
                .isEqualTo(chain.row(1).link().orElseThrow().digest());
        assertThat(chain.row(3).link().orElseThrow().previous())
                .isEqualTo(chain.row(2).link().orElseThrow().digest());
        chain.isSound(3);
    }

    @Test
    void doesNotForkWhenManyThreadsWriteAtOnce() throws Exception {
        atOnce(IntStream.range(0, 16).mapToObj(i -> chain.portal()).toList(), 25);

        chain.isSound(400);
    }

    @Test
    void doesNotForkWhenTwoProcessesHaveOneName() throws Exception {
        List<Portal> processes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            processes.add(chain.portal());
            chain.restart();
        }

        atOnce(processes, 20);

        processes.forEach(process -> process.clock().advance(Duration.ofMinutes(1)));
        processes.forEach(process -> process.get(TraceQueue.class).flush());
        chain.isSound(80);
    }

    @Test
    void isSoundThoughTheClockCountsFinerThanTheDatabase() throws Exception {
        chain.portal().clock().set(Instant.parse("2026-03-02T06:45:00.123456789Z"));
        chain.write(2);
        chain.seal();

        chain.isSound(2);
    }

    @Test
    void keepsOneChainForEachNode() throws Exception {
        Chain other = new Chain(kind, database);

        atOnce(List.of(chain.portal(), other.portal()), 50);

        chain.isSound(50);
        other.isSound(50);
    }

    @Test
    void goesOnWhereItWasAfterARestart() {
        chain.write(2);
        chain.restart();
        chain.write(2);

        chain.isSound(4);
    }

    @Test
    void sealsEachSegmentWhenItIsFullAndEachHourWhatThereIs() throws Exception {
        chain.write(ChainWriter.SEGMENT + 1);
        assertThat(chain.portal().rows().count("audit_seal", "node = ?", chain.node()))
                .isEqualTo(1);

        chain.seal();
        chain.seal();

        assertThat(chain.portal().rows().count("audit_seal", "node = ?", chain.node()))
                .isEqualTo(2);
        chain.isSound(ChainWriter.SEGMENT + 1);
    }

    @Test
    void keepsInOrderWhatCannotBeWrittenNowAndWritesItLater() {
        FaultyDataSource faulty = new FaultyDataSource(database.dataSource());
        Portal portal = new Portal(TestDatabase.behind(faulty.dataSource())).with("portail.node", chain.node());
        AuditTrail trail = portal.get(AuditTrail.class);
        List<Trace> traces = IntStream.range(0, 5)
                .mapToObj(i -> Trace.of(TraceKind.LOGIN, "N" + i))
                .toList();

        trail.record(traces.get(0));
        faulty.lose(true);
        int before = faulty.asked();
        traces.subList(1, 4).forEach(trail::record);
        assertThat(faulty.asked()).as("the second caller does not wait in turn").isEqualTo(before + 1);
        faulty.lose(false);
        portal.clock().advance(Duration.ofSeconds(5));
        trail.record(traces.get(4));

        for (int i = 0; i < 5; i++) {
            assertThat(chain.row(i + 1).outcome()).isEqualTo("N" + i);
            assertThat(trail.find(traces.get(i).supportCode()).get(0).at())
                    .isEqualTo(portal.clock().instant().minusSeconds(i == 4 ? 0 : 5));
        }
        chain.isSound(5);
    }

    @Test
    void writesNothingTwiceWhenTheAnswerToACommitIsLost() {
        FaultyDataSource faulty = new FaultyDataSource(database.dataSource());
        Portal portal = new Portal(TestDatabase.behind(faulty.dataSource())).with("portail.node", chain.node());
        AuditTrail trail = portal.get(AuditTrail.class);
        Trace doubted = Trace.of(TraceKind.LOGIN, "DOUBTED");

        faulty.commitWithoutAnswer(1);
        trail.record(doubted);
        portal.clock().advance(Duration.ofSeconds(5));
        portal.get(TraceQueue.class).flush();
        trail.record(Trace.of(TraceKind.LOGIN, "NEXT"));

        assertThat(trail.find(doubted.supportCode())).hasSize(1);
        assertThat(portal.get(TraceQueue.class).waiting()).isZero();
        chain.isSound(2);
    }

    @Test
    void doesNotWaitForAnHourThatTheClockWasSetBack() {
        FaultyDataSource faulty = new FaultyDataSource(database.dataSource());
        Portal portal = new Portal(TestDatabase.behind(faulty.dataSource())).with("portail.node", chain.node());
        faulty.lose(true);
        portal.get(AuditTrail.class).record(Trace.of(TraceKind.LOGIN, "CPX"));
        faulty.lose(false);
        portal.clock().advance(Duration.ofHours(-1));

        portal.get(TraceQueue.class).flush();

        chain.isSound(1);
    }

    @Test
    void holdsUpNoRowBehindOneThatNoDatabaseTakes() {
        FaultyDataSource faulty = new FaultyDataSource(database.dataSource());
        Portal portal = new Portal(TestDatabase.behind(faulty.dataSource())).with("portail.node", chain.node());
        AuditTrail trail = portal.get(AuditTrail.class);

        faulty.refuseCommit("22021");
        trail.record(Trace.of(TraceKind.LOGIN, "FIRST"));
        trail.record(Trace.of(TraceKind.LOGIN, "SECOND"));

        assertThat(portal.get(TraceQueue.class).lost()).isEqualTo(1);
        assertThat(chain.row(1).outcome()).isEqualTo("SECOND");
        chain.isSound(1);
    }

    @Test
    void triesAgainAtOnceWhenSomebodyElseWasFaster() {
        FaultyDataSource faulty = new FaultyDataSource(database.dataSource());
        Portal portal = new Portal(TestDatabase.behind(faulty.dataSource())).with("portail.node", chain.node());

        faulty.refuseCommit("40001");
        portal.get(AuditTrail.class).record(Trace.of(TraceKind.LOGIN, "CPX"));

        assertThat(portal.get(TraceQueue.class).waiting()).isZero();
        chain.isSound(1);
    }

    @Test
    void losesARowOnlyWhenTenThousandWaitAlready() {
        FaultyDataSource faulty = new FaultyDataSource(database.dataSource());
        Portal portal = new Portal(TestDatabase.behind(faulty.dataSource())).with("portail.node", chain.node());
        AuditTrail trail = portal.get(AuditTrail.class);
        TraceQueue queue = portal.get(TraceQueue.class);
        trail.record(Trace.of(TraceKind.LOGIN, "FIRST"));
        faulty.lose(true);
        IntStream.range(0, TraceQueue.CAPACITY + 3).forEach(i -> trail.record(Trace.of(TraceKind.LOGIN, "OK")));
        assertThat(queue.lost()).isEqualTo(3);

        faulty.lose(false);
        portal.clock().advance(Duration.ofSeconds(5));
        queue.flush();

        assertThat(queue.waiting()).isZero();
        chain.isSound(TraceQueue.CAPACITY + 1);
    }

    @Test
    void sealsTheRowsThatAreOlderThanTheChain() {
        Portal portal = new Portal(TestDatabase.fresh(kind));
        for (int id = 1001; id <= 1003; id++) {
            portal.rows()
                    .run("insert into audit_entry (id, at, node, kind, outcome, support_code, detail) values" + " ("
                            + id
                            + ", timestamp with time zone '2026-01-01 00:00:00+00', 'old', 'LOGIN', 'CPX', 'A', '')");
        }

        portal.get(AuditTrail.class).record(Trace.of(TraceKind.LOGIN, "CPX"));
        assertThat(portal.get(AuditVerification.class)
                        .verify(VerificationProgress.UNHEARD)
                        .sound())
                .isTrue();

        portal.rows()
                .run("insert into audit_entry (id, at, node, kind, outcome, support_code, detail) values"
                        + " (1004, timestamp with time zone '2026-01-01 00:00:00+00', 'old', 'LOGIN', 'CPX', 'A', '')");
        assertThat(portal.get(AuditVerification.class)
                        .verify(VerificationProgress.UNHEARD)
                        .firstFault())
                .hasValueSatisfying(fault -> assertThat(fault.kind()).isEqualTo(ChainFault.Kind.INSERTED));
        portal.rows().run("delete from audit_entry where id in (1003, 1004)");
        assertThat(portal.get(AuditVerification.class)
                        .verify(VerificationProgress.UNHEARD)
                        .firstFault())
                .hasValueSatisfying(fault -> assertThat(fault.kind()).isEqualTo(ChainFault.Kind.DELETED));
    }

    private static void atOnce(List<Portal> processes, int rowsEach) throws Exception {
        processes.forEach(process -> process.get(AuditTrail.class));
        ExecutorService threads = Executors.newFixedThreadPool(processes.size());
        try {
            List<Callable<Void>> writers = processes.stream()
                    .map(process -> (Callable<Void>) () -> {
                        for (int i = 0; i < rowsEach; i++) {
                            process.get(AuditTrail.class).record(Trace.of(TraceKind.LOGIN, "CPX"));
                        }
                        return null;
                    })
                    .toList();
            for (Future<Void> written : threads.invokeAll(writers)) {
                written.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
