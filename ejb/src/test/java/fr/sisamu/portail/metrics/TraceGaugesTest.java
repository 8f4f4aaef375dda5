package fr.sisamu.portail.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.audit.TraceRow;
import fr.sisamu.portail.audit.TraceSink;
import fr.sisamu.portail.audit.TraceSinkSource;
import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.TestDatabase;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceGaugesTest {

    /** A copy that takes rows while it is well. */
    private static final class Copy implements TraceSink {

        boolean ill;

        @Override
        public String name() {
            return "copy";
        }

        @Override
        public void write(TraceRow row) throws IOException {
            if (ill) {
                throw new IOException("no room");
            }
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    final Copy copy = new Copy();
    final Portal portal = new Portal(TestDatabase.of(TestDatabase.Kind.H2))
            .with(TraceSinkSource.class, (TraceSinkSource) () -> List.of(copy));
    final AuditTrail trail = portal.get(AuditTrail.class);
    final Shown shown = new Shown(portal.get(TraceGauges.class));

    @Test
    void tellThatNothingWaitsAndNothingIsLost() {
        trail.record(Trace.of(TraceKind.LOGIN, "CARD"));

        assertThat(shown.value("portail_trace_waiting_rows")).isZero();
        assertThat(shown.value("portail_trace_lost_rows_total")).isZero();
        assertThat(shown.value("portail_trace_sink_available{sink=\"copy\"}")).isOne();
        assertThat(shown.value("portail_trace_sink_waiting_rows{sink=\"copy\"}"))
                .isZero();
        assertThat(shown.value("portail_trace_sink_dropped_rows_total{sink=\"copy\"}"))
                .isZero();
    }

    @Test
    void tellOfACopyThatFails() {
        copy.ill = true;

        trail.record(Trace.of(TraceKind.LOGIN, "CARD"));

        assertThat(shown.value("portail_trace_sink_available{sink=\"copy\"}")).isZero();
        assertThat(shown.value("portail_trace_sink_waiting_rows{sink=\"copy\"}"))
                .isOne();
    }
}
