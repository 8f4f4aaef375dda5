package fr.sisamu.portail.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The outbox's rows. Each change is one transaction, or part of the caller's. */
@ApplicationScoped
@Transactional
class MessageStore {

    @PersistenceContext(unitName = "portail")
    EntityManager rows;

    long add(StoredMessage message) {
        rows.persist(message);
        return message.id();
    }

    /** Takes a message for this long; empty if another sender has it, or it is done. */
    Optional<StoredMessage> take(long id, Instant now, Duration lease) {
        int taken = rows.createNamedQuery(StoredMessage.TAKE)
                .setParameter("id", id)
                .setParameter("now", now)
                .setParameter("until", now.plus(lease))
                .setParameter("waiting", MessageStatus.WAITING)
                .setParameter("sending", MessageStatus.SENDING)
                .executeUpdate();
        return taken == 0 ? Optional.empty() : Optional.ofNullable(rows.find(StoredMessage.class, id));
    }

    /** Written or taken by a node that did not finish, or put off; what is worth sending for the shortest time comes first. */
    List<Long> leftBehind(Instant now) {
        return rows.createNamedQuery(StoredMessage.LEFT_BEHIND, Long.class)
                .setParameter("waiting", MessageStatus.WAITING)
                .setParameter("sending", MessageStatus.SENDING)
                .setParameter("now", now)
                .setMaxResults(100)
                .getResultList();
    }

    void outcome(long id, MessageStatus status, String gateway, Optional<String> reference, Instant now) {
        rows.createNamedQuery(StoredMessage.OUTCOME)
                .setParameter("id", id)
                .setParameter("status", status)
                .setParameter("gateway", gateway)
                .setParameter("reference", reference.orElse(null))
                .setParameter("now", now)
                .setParameter("sending", MessageStatus.SENDING)
                .executeUpdate();
    }

    /** Gives a message back, for whoever looks at it from that instant on. */
    void postpone(long id, Instant until) {
        rows.createNamedQuery(StoredMessage.POSTPONE)
                .setParameter("id", id)
                .setParameter("until", until)
                .setParameter("waiting", MessageStatus.WAITING)
                .setParameter("sending", MessageStatus.SENDING)
                .executeUpdate();
    }

    /** Applies a receipt; empty if no message waits for it, or not yet. */
    Optional<StoredMessage> receipt(DeliveryReceipt receipt) {
        Optional<StoredMessage> found = rows.createNamedQuery(StoredMessage.BY_REFERENCE, StoredMessage.class)
                .setParameter("gateway", receipt.gateway())
                .setParameter("reference", receipt.reference())
                .setParameter("sent", MessageStatus.SENT)
                .getResultStream()
                .findFirst();
        found.ifPresent(message -> rows.createNamedQuery(StoredMessage.RECEIPT)
                .setParameter("id", message.id())
                .setParameter("status", receipt.delivered() ? MessageStatus.DELIVERED : MessageStatus.LOST)
                .setParameter("sent", MessageStatus.SENT)
                .executeUpdate());
        return found;
    }

    Optional<MessageStatus> statusOf(String challenge) {
        return rows.createNamedQuery(StoredMessage.STATUS_OF, MessageStatus.class)
                .setParameter("challenge", challenge)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    int forgetBefore(Instant instant) {
        return rows.createNamedQuery(StoredMessage.FORGET)
                .setParameter("before", instant)
                .executeUpdate();
    }
}
