package fr.sisamu.portail.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.testdb.MovableClock;
import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.TestDatabase;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SinkLaneTest {

    private final MovableClock clock = new MovableClock();
    private final SinkStub sink = new SinkStub();
    private final SinkLane lane = new SinkLane(sink, Runnable::run, clock);

    @Test
    void handsRowsOverInTheirOrder() {
        take(3);

        assertThat(sink.written).containsExactly("n° 0", "n° 1", "n° 2");
    }

    @Test
    void keepsWhatASinkRefusesAndLeavesItAloneForAWhile() {
        sink.refuses = true;
        take(3);
        assertThat(sink.asked).isEqualTo(1);
        assertThat(lane.state().waiting()).isEqualTo(3);
        assertThat(lane.state().lastError())
                .hasValueSatisfying(error -> assertThat(error).contains("refused"));

        sink.refuses = false;
        lane.check();
        assertThat(sink.written).isEmpty();
        clock.advance(SinkLane.PAUSE);
        lane.check();

        assertThat(sink.written).containsExactly("n° 0", "n° 1", "n° 2");
        assertThat(lane.state()).isEqualTo(new SinkState("stub", 0, 0, Optional.empty()));
    }

    @Test
    void dropsAndCountsWhatIsTooMuch() {
        sink.refuses = true;
        take(SinkLane.CAPACITY + 2);

        assertThat(lane.state().dropped()).isEqualTo(2);
        assertThat(lane.newlyDropped()).isEqualTo(2);
        assertThat(lane.newlyDropped()).isZero();
    }

    @Test
    void keepsNobodyWaitingForASinkThatHangsAndCutsItOff() throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            SinkLane hanging = new SinkLane(sink, thread, clock);
            sink.hangs = true;

            hanging.take(row(0));
            sink.reached.await();
            hanging.take(row(1));
            hanging.check();
            assertThat(sink.closed.getCount()).as("not yet cut off").isEqualTo(1);
            clock.advance(SinkLane.PATIENCE.plusSeconds(1));
            hanging.check();
            assertThat(sink.closed.await(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            thread.shutdown();
            assertThat(thread.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(sink.written).isEmpty();
    }

    @Test
    void tracesWhatWasDropped() {
        sink.refuses = true;
        Portal portal = new Portal(TestDatabase.of(TestDatabase.Kind.H2))
                .with("portail.node", "drops")
                .with(TraceSinkSource.class, () -> List.of(sink));
        AuditTrail trail = portal.get(AuditTrail.class);
        for (int i = 0; i < SinkLane.CAPACITY + 2; i++) {
            trail.record(Trace.of(TraceKind.LOGIN, "CPX"));
        }

        List<Trace> drops = portal.get(TraceSinks.class).drops();

        assertThat(drops).singleElement().satisfies(trace -> {
            assertThat(trace.kind()).isEqualTo(TraceKind.TRACE_SINK);
            assertThat(trace.detail()).isEqualTo("stub: 2 rows");
        });
    }

    private void take(int rows) {
        for (int i = 0; i < rows; i++) {
            lane.take(row(i));
        }
    }

    private static TraceRow row(int number) {
        return TraceRow.of(
                number, Instant.EPOCH, "a", Trace.of(TraceKind.LOGIN, "CPX").detail("n° " + number));
    }

    private static final class SinkStub implements TraceSink {

        final List<String> written = new ArrayList<>();
        final CountDownLatch reached = new CountDownLatch(1);
        final CountDownLatch closed = new CountDownLatch(1);
        boolean refuses;
        boolean hangs;
        int asked;

        @Override
        public String name() {
            return "stub";
        }

        @Override
        public void write(TraceRow row) throws IOException {
            asked++;
            if (refuses) {
                throw new IOException("refused");
            }
            if (hangs) {
                reached.countDown();
                try {
                    closed.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                throw new IOException("cut off");
            }
            written.add(row.detail());
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }
}
