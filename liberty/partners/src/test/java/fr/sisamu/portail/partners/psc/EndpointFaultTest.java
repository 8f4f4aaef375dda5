package fr.sisamu.portail.partners.psc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import fr.sisamu.portail.partners.fault.Delay;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an endpoint answers when it fails, once. */
class EndpointFaultTest {

    /** One for all tests, because its keys take a while to make; they leave no fault behind. */
    private static final RelyingParty PARTY = new RelyingParty(Clock.systemUTC());

    private void fault(PscEndpoint endpoint, EndpointFault fault) {
        PARTY.post("/faults", Map.of("endpoint", List.of(endpoint.name()), "fault", List.of(fault.name())));
    }

    private HTTPResponse certs(EndpointFault fault) {
        fault(PscEndpoint.CERTS, fault);
        return PARTY.get(RelyingParty.SETTINGS.endpoint("certs"));
    }

    @Test
    void answersAPageAFloodOrHalfAnAnswer() {
        assertThat(certs(EndpointFault.HTML).getEntityContentType().toString()).startsWith("text/html");
        assertThat(certs(EndpointFault.HUGE).getBody().length()).isGreaterThan(10_000_000);
        assertThat(certs(EndpointFault.BROKEN_JSON).getBody()).doesNotEndWith("}");
        assertThat(certs(EndpointFault.ERROR).getStatusCode()).isEqualTo(500);
    }

    @Test
    void redirectsToItself() {
        URI certs = RelyingParty.SETTINGS.endpoint("certs");

        HTTPResponse answer = certs(EndpointFault.REDIRECT_LOOP);

        assertThat(answer.getStatusCode()).isEqualTo(302);
        assertThat(answer.getLocation()).isEqualTo(certs);
    }

    @ParameterizedTest
    @EnumSource
    void failsOneRequestOfThisEndpoint(PscEndpoint endpoint) {
        fault(endpoint, EndpointFault.HANG);

        assertThat(PARTY.provider.takeFault("/ecps")).isEmpty();
        assertThat(PARTY.provider.takeFault(endpoint.path()).flatMap(EndpointFault::delay))
                .contains(Delay.HANG);
        assertThat(PARTY.provider.takeFault(endpoint.path())).isEmpty();
    }
}
