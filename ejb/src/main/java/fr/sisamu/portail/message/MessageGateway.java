package fr.sisamu.portail.message;

import java.util.Optional;

/** One provider that takes messages. An adapter implements it; it holds its own time-outs and its own breaker. */
public interface MessageGateway {

    /** Its name in the settings, in the trace and in health data. */
    String name();

    /**
     * Hands a letter over and returns once the provider has taken it. Never called inside a transaction.
     *
     * @return the provider's reference, by which a {@link DeliveryReceipt} will name this letter; empty if none can come
     * @throws NotHandedOverException if the provider refused it, or could not be reached in time
     */
    Optional<String> hand(Letter letter) throws NotHandedOverException;

    /** Whether the last thing known of it is good; asks nobody. */
    boolean available();
}
