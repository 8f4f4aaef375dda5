package fr.sisamu.portail.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.message.MailGateways;
import fr.sisamu.portail.message.SmsGateways;
import fr.sisamu.portail.revocation.AuthorityStatus;
import fr.sisamu.portail.revocation.RevocationStatus;
import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.TestDatabase;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetricsServiceTest {

    final Portal portal = new Portal(TestDatabase.of(TestDatabase.Kind.H2))
            .with("portail.url", "https://portail.test")
            .with(SmsGateways.class, List::of)
            .with(MailGateways.class, List::of);

    String text() {
        return portal.get(MetricsService.class).show(Optional.empty()).text();
    }

    @Test
    void countsWhatEntersTheTrace() {
        portal.get(MetricsService.class);

        portal.get(AuditTrail.class).record(Trace.of(TraceKind.CARD_JUDGED, "REVOKED"));

        assertThat(text())
                .contains("portail_login_attempts_total{method=\"CARD\",outcome=\"REVOKED\"} 1.0")
                .contains("portail_trace_rows_total{kind=\"CARD_JUDGED\"} 1.0");
    }

    @Test
    void answersInTheFormatThatIsAskedFor() {
        MetricsService metrics = portal.get(MetricsService.class);

        Exposition open = metrics.show(Optional.of("application/openmetrics-text; version=1.0.0, text/plain;q=0.5"));

        assertThat(open.contentType()).startsWith("application/openmetrics-text");
        assertThat(open.text()).endsWith("# EOF\n");
        assertThat(metrics.show(Optional.of("*/*")).contentType()).startsWith("text/plain; version=0.0.4");
    }

    @Test
    void goesOnWithoutAFigureThatCannotBeRead() {
        portal.with(RevocationStatus.class, new RevocationStatus() {
            @Override
            public List<AuthorityStatus> authorities() {
                throw new IllegalStateException("nobody knows");
            }
        });

        assertThat(text())
                .doesNotContain("portail_crl_age_seconds{")
                .contains("portail_trace_waiting_rows 0.0")
                .contains("portail_login_attempts_total{");
    }
}
