package fr.sisamu.portail.otp;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.message.ChannelKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** The row of a challenge. After its birth it changes by guarded updates alone: they decide who of two answers wins. */
@Entity(name = "Challenge")
@Table(name = "otp_challenge")
@NamedQuery(
        name = StoredChallenge.OF_BROWSER,
        query = "select c from Challenge c where c.browserDigest = :browser and c.purpose = :purpose"
                + " and c.closedAt is null order by c.createdAt desc, c.id")
@NamedQuery(
        name = StoredChallenge.TRY,
        query = "update Challenge c set c.triesLeft = c.triesLeft - 1"
                + " where c.id = :id and c.triesLeft > 0 and c.usedAt is null and c.closedAt is null"
                + " and c.withdrawnAt is null and c.expiresAt > :now")
@NamedQuery(
        name = StoredChallenge.USE,
        query = "update Challenge c set c.usedAt = :now where c.id = :id and c.usedAt is null and c.closedAt is null"
                + " and c.withdrawnAt is null")
@NamedQuery(
        name = StoredChallenge.CLOSE,
        query = "update Challenge c set c.closedAt = :now"
                + " where c.browserDigest = :browser and c.purpose = :purpose and c.closedAt is null")
@NamedQuery(
        name = StoredChallenge.ADDRESS,
        query = "update Challenge c set c.account = :account, c.address = :address where c.id = :id"
                + " and c.account is null and c.closedAt is null and c.triesLeft > 0 and c.expiresAt > :now")
@NamedQuery(
        name = StoredChallenge.WITHDRAW,
        query = "update Challenge c set c.withdrawnAt = :now where c.account = :account and c.kind = :kind"
                + " and c.address = :address and c.withdrawnAt is null")
@NamedQuery(
        name = StoredChallenge.SEND_AGAIN,
        query = "update Challenge c set c.lastSentAt = :now, c.sends = c.sends + 1 where c.id = :id"
                + " and c.lastSentAt <= :before and c.sends < :most and c.usedAt is null and c.closedAt is null"
                + " and c.withdrawnAt is null"
                + " and c.expiresAt > :now and c.triesLeft > 0")
@NamedQuery(
        name = StoredChallenge.SENT_SINCE,
        query = "select coalesce(sum(c.sends), 0) from Challenge c"
                + " where c.address = :address and c.purpose = :purpose and c.createdAt > :since")
@NamedQuery(
        name = StoredChallenge.FIRST_SINCE,
        query = "select c.createdAt from Challenge c"
                + " where c.address = :address and c.purpose = :purpose and c.createdAt > :since order by c.createdAt")
@NamedQuery(name = StoredChallenge.FORGET, query = "delete from Challenge c where c.createdAt < :before")
class StoredChallenge {

    static final String OF_BROWSER = "Challenge.ofBrowser";
    static final String TRY = "Challenge.try";
    static final String USE = "Challenge.use";
    static final String CLOSE = "Challenge.close";
    static final String ADDRESS = "Challenge.address";
    static final String WITHDRAW = "Challenge.withdraw";
    static final String SEND_AGAIN = "Challenge.sendAgain";
    static final String SENT_SINCE = "Challenge.sentSince";
    static final String FIRST_SINCE = "Challenge.firstSince";
    static final String FORGET = "Challenge.forget";

    @Id
    private String id;

    @Column(name = "browser_digest")
    private String browserDigest;

    @Column(name = "account_id")
    private AccountId account;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Purpose purpose;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ChannelKind kind;

    @Column(nullable = false)
    private String address;

    @Column(nullable = false)
    private String letter;

    @Column(name = "support_code")
    private String supportCode;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "last_sent_at")
    private Instant lastSentAt;

    @Column(nullable = false)
    private Integer sends;

    @Column(name = "tries_left")
    private Integer triesLeft;

    @Column(name = "used_at")
    private Instant usedAt;

    @Column(name = "closed_at")
    private Instant closedAt;

    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    protected StoredChallenge() {} // for JPA

    StoredChallenge(Challenge challenge) {
        this.id = challenge.id();
        this.browserDigest = challenge.browserDigest();
        this.account = challenge.account().orElse(null);
        this.purpose = challenge.purpose();
        this.kind = challenge.kind();
        this.address = challenge.address();
        this.letter = challenge.letter();
        this.supportCode = challenge.supportCode().value();
        this.createdAt = challenge.lastSentAt();
        this.expiresAt = challenge.expiresAt();
        this.lastSentAt = challenge.lastSentAt();
        this.sends = challenge.sends();
        this.triesLeft = challenge.triesLeft();
    }

    Challenge view() {
        return new Challenge(
                id,
                browserDigest,
                Optional.ofNullable(account),
                purpose,
                kind,
                address,
                letter,
                new SupportCode(supportCode),
                expiresAt,
                lastSentAt,
                sends,
                triesLeft,
                usedAt != null,
                usedAt == null && closedAt == null && withdrawnAt == null,
                withdrawnAt != null);
    }
}
