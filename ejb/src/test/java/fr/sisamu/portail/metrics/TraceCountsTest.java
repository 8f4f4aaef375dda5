package fr.sisamu.portail.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.directory.ImportState;
import fr.sisamu.portail.session.EndReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TraceCountsTest {

    final TraceCounts counts = new TraceCounts();
    final Shown shown = new Shown(counts);

    @ParameterizedTest
    @EnumSource
    void countEveryKindOfRow(TraceKind kind) {
        counts.traced(Trace.of(kind, "ANYTHING"));

        assertThat(shown.value("portail_trace_rows_total{kind=\"" + kind + "\"}"))
                .isOne();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"READING", "COMPARING", "APPLYING"})
    void countImportsByTheStateTheyCameTo(ImportState state) {
        counts.traced(Trace.of(TraceKind.DIRECTORY_IMPORT, state.name()));

        assertThat(shown.value("portail_import_runs_total{outcome=\"" + state + "\"}"))
                .isOne();
    }

    @ParameterizedTest
    @EnumSource
    void countSessionsByTheReasonOfTheirEnd(EndReason reason) {
        counts.traced(Trace.of(TraceKind.SESSION_ENDED, reason.name()));

        assertThat(shown.value("portail_sessions_ended_total{reason=\"" + reason + "\"}"))
                .isOne();
    }

    @Test
    void makeNoLabelOfWhatTheyDoNotKnow() {
        counts.traced(Trace.of(TraceKind.DIRECTORY_IMPORT, "NONSENSE"));
        counts.traced(Trace.of(TraceKind.SESSION_ENDED, "NONSENSE"));
        counts.traced(Trace.of(TraceKind.FAULT, "java.lang.SecretException"));

        assertThat(shown.lines("portail_")).noneMatch(line -> line.contains("NONSENSE") || line.contains("Secret"));
    }
}
