package fr.sisamu.portail.partners.psc;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The faults of endpoints, each for the next few requests. */
final class EndpointFaults {

    record Waiting(EndpointFault fault, int times) {}

    private final Map<PscEndpoint, Waiting> waiting = new EnumMap<>(PscEndpoint.class);

    synchronized void set(PscEndpoint endpoint, EndpointFault fault, int times) {
        waiting.put(endpoint, new Waiting(fault, times));
    }

    synchronized void clear() {
        waiting.clear();
    }

    synchronized Map<PscEndpoint, Waiting> waiting() {
        return new EnumMap<>(waiting);
    }

    synchronized Optional<EndpointFault> take(PscEndpoint endpoint) {
        Waiting next = waiting.get(endpoint);
        if (next == null) {
            return Optional.empty();
        }
        if (next.times() > 1) {
            waiting.put(endpoint, new Waiting(next.fault(), next.times() - 1));
        } else {
            waiting.remove(endpoint);
        }
        return Optional.of(next.fault());
    }
}
