package fr.sisamu.portail.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.TestDatabase;
import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class AuditTrailTest {

    final Portal portal;
    final AuditTrail trail;

    AuditTrailTest(TestDatabase.Kind database) {
        portal = new Portal(TestDatabase.of(database)).with("portail.node", "crra-b");
        trail = portal.get(AuditTrail.class);
    }

    @Test
    void findsByItsSupportCodeWhatWasWritten() {
        Trace trace = Trace.of(TraceKind.CARD_JUDGED, "REVOKED")
                .account(12)
                .session(34)
                .identifier("810000000001")
                .unit("FR680")
                .origin("192.0.2.7")
                .workstation("w".repeat(43))
                .detail("serial 4f");

        trail.record(trace);

        assertThat(trail.find(trace.supportCode()))
                .containsExactly(new TracedEvent(portal.clock().instant(), "crra-b", trace));
    }

    @Test
    void keepsTheRowOfADeedThatWasRolledBack() {
        Trace trace = Trace.of(TraceKind.FAULT, "ROLLED_BACK");

        assertThatThrownBy(() -> portal.inTransaction(() -> {
                    trail.record(trace);
                    throw new IllegalStateException("the deed failed");
                }))
                .hasMessage("the deed failed");

        assertThat(trail.find(trace.supportCode())).hasSize(1);
    }

    @Test
    void keepsTheSameInstantInTheHourThatComesTwice() {
        for (String instant : new String[] {"2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-03-29T01:00:00Z"}) {
            portal.clock().set(Instant.parse(instant));
            Trace trace = Trace.of(TraceKind.LOGIN, "OK");

            trail.record(trace);

            assertThat(trail.find(trace.supportCode()).get(0).at()).isEqualTo(Instant.parse(instant));
        }
    }

    @Test
    void cutsValuesToTheirColumnAndLetsNoLineBreakThrough() {
        Trace trace = Trace.of(TraceKind.LOGIN_REFUSED, "NO_ACCOUNT")
                .identifier("8".repeat(99))
                .unit("FR680000")
                .detail("name\r\n2026 LOGIN OK \u0000" + "x".repeat(3000));

        trail.record(trace);

        Trace written = trail.find(trace.supportCode()).get(0).trace();
        assertThat(written.identifier()).contains("8".repeat(32));
        assertThat(written.unit()).contains("FR680");
        assertThat(written.detail())
                .hasSize(2000)
                .startsWith("name\uFFFD\uFFFD2026")
                .doesNotContain("\n", "\u0000");
    }

    @Test
    void doesNotStopTheCallerWhenTheRowCannotBeWritten() {
        AuditTrail broken = new Portal(TestDatabase.unreachable()).get(AuditTrail.class);

        assertThatCode(() -> broken.record(Trace.of(TraceKind.LOGIN, "OK"))).doesNotThrowAnyException();
    }

    @Test
    void doesNotStopTheCallerWhenSomebodyWhoListensFails() {
        Event<?> deaf = (Event<?>) Proxy.newProxyInstance(
                Event.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, args) -> {
                    throw new IllegalStateException("cannot count");
                });
        AuditTrail heard = new Portal(TestDatabase.of(TestDatabase.Kind.H2))
                .with(Event.class, deaf)
                .get(AuditTrail.class);
        Trace trace = Trace.of(TraceKind.LOGIN, "OK");

        assertThatCode(() -> heard.record(trace)).doesNotThrowAnyException();

        assertThat(heard.find(trace.supportCode())).hasSize(1);
    }
}
