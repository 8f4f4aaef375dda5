package fr.sisamu.portail.message;

import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.message.NotHandedOverException.Fault;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Takes messages out of the outbox and hands them to the first provider that accepts them. */
@ApplicationScoped
class Postman {

    private static final Logger LOG = System.getLogger(Postman.class.getName());

    /** Longer than all the time-outs of one message together; then another node may take it. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    /** How long before a message is tried again that every provider was too busy for; {@link Outbox} looks after it. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /**
     * How long at least before a notice is tried again, and then as long as it is old: nobody stands before a page for it,
     * and it is worth sending as long as it says, however long the providers are away.
     */
    private static final Duration NOTICE_PAUSE = Duration.ofSeconds(15);

    /** Beyond this age of a code the person had better be told, and offered another way. */
    private static final Duration BUSY_AT_MOST = Duration.ofSeconds(30);

    /** A receipt may overtake the commit of the reference that it names. */
    private static final long SECOND_LOOK_SECONDS = 2;

    @Inject
    MessageStore store;

    @Inject
    MessageTexts texts;

    @Inject
    CodeSource codes;

    @Inject
    UndoSource undos;

    @Inject
    SmsGateways sms;

    @Inject
    MailGateways mail;

    @Inject
    AuditTrail trail;

    @Inject
    Event<MessageUndeliverable> undeliverable;

    @Inject
    Event<MessageProgress> progress;

    @Inject
    Clock clock;

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    ManagedScheduledExecutorService executor;

    void posted(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessagePosted event) {
        executor.execute(() -> send(event.id()));
    }

    /** Sends one message, unless another sender has it. */
    void send(long id) {
        try {
            store.take(id, clock.instant(), LEASE).ifPresent(this::deliver);
        } catch (RuntimeException databaseLost) {
            LOG.log(Level.WARNING, "a message could not be sent now", databaseLost);
        }
    }

    private void deliver(StoredMessage message) {
        Duration validity = message.validityAt(clock.instant());
        Optional<String> code = message.challenge().map(codes::code).orElse(Optional.of(""));
        if (validity.isNegative() || validity.isZero() || code.isEmpty()) {
            finish(message, MessageStatus.FAILED, "-", Optional.empty(), "no longer worth sending");
            return;
        }
        Letter letter = texts.letter(message, code.get(), message.undo().flatMap(undos::secret), validity);
        List<String> causes = new ArrayList<>();
        boolean busy = false;
        for (MessageGateway gateway : gateways(message.kind())) {
            try {
                Optional<String> reference = gateway.hand(letter);
                finish(message, MessageStatus.SENT, gateway.name(), reference, String.join("; ", causes));
                return;
            } catch (NotHandedOverException e) {
                causes.add(gateway.name() + ": " + e.getMessage());
                busy |= e.fault() == Fault.BUSY;
                if (e.fault() == Fault.ADDRESS) {
                    finish(message, MessageStatus.REFUSED, gateway.name(), Optional.empty(), e.getMessage());
                    doubt(message);
                    return;
                }
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "the gateway " + gateway.name() + " failed", e);
                causes.add(gateway.name() + ": " + e.getClass().getSimpleName());
            }
        }
        Duration age = message.ageAt(clock.instant());
        boolean notice = message.challenge().isEmpty();
        if (notice ? !causes.isEmpty() : busy && age.compareTo(BUSY_AT_MOST) < 0) {
            store.postpone(message.id(), clock.instant().plus(notice ? longer(NOTICE_PAUSE, age) : PAUSE));
            trace(message, MessageStatus.WAITING, "-", String.join("; ", causes));
            return;
        }
        finish(
                message,
                MessageStatus.FAILED,
                "-",
                Optional.empty(),
                causes.isEmpty() ? "no gateway is set for " + message.kind() : String.join("; ", causes));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private List<MessageGateway> gateways(ChannelKind kind) {
        return kind == ChannelKind.SMS ? sms.inOrder() : mail.inOrder();
    }

    private void finish(
            StoredMessage message, MessageStatus status, String gateway, Optional<String> reference, String detail) {
        store.outcome(message.id(), status, gateway, reference, clock.instant());
        trace(message, status, gateway, detail);
    }

    private void trace(StoredMessage message, MessageStatus status, String gateway, String detail) {
        progress.fire(new MessageProgress(message.kind(), status));
        trail.record(Trace.of(TraceKind.MESSAGE, status.name())
                .code(message.supportCode())
                .account(message.account().value())
                .detail(message.template() + " " + message.kind() + " " + Masks.of(message.kind(), message.address())
                        + " " + gateway + (detail.isEmpty() ? "" : " — " + detail)));
    }

    /** What a provider says later; looked at on a thread of ours, for the provider's own must not wait for a database. */
    @SuppressWarnings("FutureReturnValueIgnored")
    void receipt(@Observes DeliveryReceipt receipt) {
        executor.execute(() -> {
            if (!apply(receipt)) {
                executor.schedule(() -> apply(receipt), SECOND_LOOK_SECONDS, TimeUnit.SECONDS);
            }
        });
    }

    private boolean apply(DeliveryReceipt receipt) {
        Optional<StoredMessage> found = store.receipt(receipt);
        found.ifPresent(message -> {
            MessageStatus status = receipt.delivered() ? MessageStatus.DELIVERED : MessageStatus.LOST;
            trace(message, status, receipt.gateway(), receipt.detail());
            if (!receipt.delivered()) {
                doubt(message);
            }
        });
        return found.isPresent();
    }

    private void doubt(StoredMessage message) {
        undeliverable.fire(new MessageUndeliverable(message.account(), message.kind(), message.address()));
    }
}
