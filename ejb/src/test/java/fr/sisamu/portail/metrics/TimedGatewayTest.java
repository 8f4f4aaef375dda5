package fr.sisamu.portail.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sisamu.portail.message.Letter;
import fr.sisamu.portail.message.MessageGateway;
import fr.sisamu.portail.message.NotHandedOverException;
import fr.sisamu.portail.message.NotHandedOverException.Fault;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TimedGatewayTest {

    final PartnerCalls calls = new PartnerCalls();
    final Shown shown = new Shown(calls);

    private record Stub(Optional<Fault> fault) implements MessageGateway {

        @Override
        public String name() {
            return "stub";
        }

        @Override
        public Optional<String> hand(Letter letter) throws NotHandedOverException {
            if (fault.isPresent()) {
                throw new NotHandedOverException(fault.get(), "no", null);
            }
            return Optional.of("reference");
        }

        @Override
        public boolean available() {
            return fault.isEmpty();
        }
    }

    double calls(String outcome) {
        return shown.value("portail_partner_call_duration_seconds_count{outcome=\"" + outcome
                + "\",partner=\"SMS\",target=\"stub\"}");
    }

    MessageGateway timed(Optional<Fault> fault) {
        return new TimedGateway(Partner.SMS, new Stub(fault), calls);
    }

    @Test
    void handsOnWhatTheGatewayAnswers() throws Exception {
        MessageGateway gateway = timed(Optional.empty());

        assertThat(gateway.hand(null)).contains("reference");

        assertThat(gateway.name()).isEqualTo("stub");
        assertThat(gateway.available()).isTrue();
        assertThat(calls("ANSWERED")).isOne();
        assertThat(calls.answeredLately(Partner.SMS)).contains(true);
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhoseFaultARefusalWasAndLetsItThrough(Fault fault) {
        MessageGateway gateway = timed(Optional.of(fault));

        assertThatThrownBy(() -> gateway.hand(null)).isInstanceOf(NotHandedOverException.class);

        assertThat(calls(fault.name())).isOne();
        assertThat(calls.answeredLately(Partner.SMS)).contains(false);
        assertThat(calls.answeredLately(Partner.MAIL)).isEmpty();
    }
}
