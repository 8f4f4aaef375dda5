package fr.sisamu.portail.message;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.audit.SupportCode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A row of the outbox; it changes by guarded updates alone, so that of two senders one alone has it. */
@Entity(name = "Message")
@Table(name = "message")
@NamedQuery(
        name = StoredMessage.TAKE,
        query = "update Message m set m.status = :sending, m.takenUntil = :until where m.id = :id and ("
                + "m.status = :waiting or (m.status = :sending and m.takenUntil <= :now))")
@NamedQuery(
        name = StoredMessage.LEFT_BEHIND,
        query = "select m.id from Message m where m.status in (:waiting, :sending) and m.takenUntil <= :now"
                + " order by m.expiresAt, m.id")
@NamedQuery(
        name = StoredMessage.OUTCOME,
        query = "update Message m set m.status = :status, m.gateway = :gateway, m.reference = :reference,"
                + " m.sentAt = :now where m.id = :id and m.status = :sending")
@NamedQuery(
        name = StoredMessage.POSTPONE,
        query = "update Message m set m.status = :waiting, m.takenUntil = :until where m.id = :id and"
                + " m.status = :sending")
@NamedQuery(
        name = StoredMessage.BY_REFERENCE,
        query = "select m from Message m where m.gateway = :gateway and m.reference = :reference"
                + " and m.status = :sent order by m.createdAt desc, m.id desc")
@NamedQuery(
        name = StoredMessage.RECEIPT,
        query = "update Message m set m.status = :status where m.id = :id and m.status = :sent")
@NamedQuery(
        name = StoredMessage.STATUS_OF,
        query = "select m.status from Message m where m.challenge = :challenge order by m.createdAt desc, m.id desc")
@NamedQuery(name = StoredMessage.FORGET, query = "delete from Message m where m.createdAt < :before")
class StoredMessage {

    static final String TAKE = "Message.take";
    static final String LEFT_BEHIND = "Message.leftBehind";
    static final String OUTCOME = "Message.outcome";
    static final String POSTPONE = "Message.postpone";
    static final String BY_REFERENCE = "Message.byReference";
    static final String RECEIPT = "Message.receipt";
    static final String STATUS_OF = "Message.statusOf";
    static final String FORGET = "Message.forget";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "message_seq")
    @SequenceGenerator(name = "message_seq", sequenceName = "message_seq", allocationSize = 50)
    private Long id;

    @Column(name = "account_id")
    private AccountId account;

    @Column(name = "challenge_id")
    private String challenge;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ChannelKind kind;

    @Column(nullable = false)
    private String address;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Template template;

    @Column(nullable = false)
    private String language;

    @Column(nullable = false)
    private String letter;

    @Column(nullable = false)
    private String detail;

    @Column(name = "undo_id")
    private String undo;

    @Column(name = "support_code")
    private String supportCode;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private MessageStatus status;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "taken_until")
    private Instant takenUntil;

    @Column(name = "sent_at")
    private Instant sentAt;

    @Column(name = "gateway")
    private String gateway;

    @Column(name = "reference")
    private String reference;

    protected StoredMessage() {} // for JPA

    /** @param grace how long it is left to whoever wrote it, before others look after it */
    StoredMessage(NewMessage message, Instant now, Duration grace) {
        this.account = message.account();
        this.challenge = message.challenge().orElse(null);
        this.kind = message.kind();
        this.address = message.address();
        this.template = message.template();
        this.language = message.language().getLanguage();
        this.letter = message.letter();
        this.detail = message.detail();
        this.undo = message.undo().orElse(null);
        this.supportCode = message.supportCode().value();
        this.status = MessageStatus.WAITING;
        this.createdAt = now;
        this.expiresAt = now.plus(message.validity());
        this.takenUntil = now.plus(grace);
    }

    long id() {
        return id;
    }

    AccountId account() {
        return account;
    }

    Optional<String> challenge() {
        return Optional.ofNullable(challenge);
    }

    ChannelKind kind() {
        return kind;
    }

    String address() {
        return address;
    }

    Template template() {
        return template;
    }

    Locale language() {
        return Locale.forLanguageTag(language);
    }

    String letter() {
        return letter;
    }

    String detail() {
        return detail;
    }

    Optional<String> undo() {
        return Optional.ofNullable(undo);
    }

    SupportCode supportCode() {
        return new SupportCode(supportCode);
    }

    Duration ageAt(Instant now) {
        return Duration.between(createdAt, now);
    }

    Duration validityAt(Instant now) {
        return Duration.between(now, expiresAt);
    }
}
