package fr.sisamu.portail.metrics;

import fr.sisamu.portail.message.Letter;
import fr.sisamu.portail.message.MessageGateway;
import fr.sisamu.portail.message.NotHandedOverException;
import java.util.Optional;

/** A gateway whose time is taken. What it refuses is told by whose fault it was. */
record TimedGateway(Partner partner, MessageGateway gateway, PartnerCalls calls) implements MessageGateway {

    @Override
    public String name() {
        return gateway.name();
    }

    @Override
    public Optional<String> hand(Letter letter) throws NotHandedOverException {
        return calls.timed(partner, gateway.name(), () -> gateway.hand(letter), TimedGateway::outcome);
    }

    private static String outcome(Exception failure) {
        return failure instanceof NotHandedOverException refused
                ? refused.fault().name()
                : NotHandedOverException.Fault.GATEWAY.name();
    }

    @Override
    public boolean available() {
        return gateway.available();
    }
}
