package fr.sisamu.portail.message;

import fr.sisamu.portail.schema.SchemaState;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Where messages are left. They commit with what they belong to and leave afterwards, on a thread of their own: no
 * provider is ever called inside a transaction or while a request waits.
 */
@Stateless
public class Outbox {

    /** How long a message is left to the node that wrote it before any node looks after it. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    /** Addresses are personal data; the trace keeps what happened, without them. */
    private static final Duration KEPT = Duration.ofDays(7);

    @Inject
    MessageStore store;

    @Inject
    Event<MessagePosted> posted;

    @Inject
    Postman postman;

    @Inject
    SchemaState schema;

    @Inject
    Clock clock;

    /** Leaves a message in the caller's transaction. */
    public void post(NewMessage message) {
        posted.fire(new MessagePosted(store.add(new StoredMessage(message, clock.instant(), GRACE))));
    }

    /** How far the last message of this challenge has come. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<MessageStatus> statusOf(String challenge) {
        return store.statusOf(challenge);
    }

    /** Sends what a node left behind when it died between the commit and the sending. */
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void sendLeftBehind() {
        if (!schema.ready()) {
            return;
        }
        store.leftBehind(clock.instant()).forEach(postman::send);
    }

    @Schedule(hour = "4", minute = "20", persistent = false)
    void forgetOld() {
        store.forgetBefore(clock.instant().minus(KEPT));
    }
}
