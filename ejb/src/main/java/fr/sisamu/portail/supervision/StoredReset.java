package fr.sisamu.portail.supervision;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.message.ChannelKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

/** The row of a reset that was asked for; it is added if none waits for the same channel, and decided by one guarded update. */
@Entity(name = "ChannelReset")
@Table(name = "channel_reset")
@NamedQuery(name = StoredReset.WAITING, query = """
        select new fr.sisamu.portail.supervision.WaitingReset(
          r.id, r.account, a.loginName, a.givenName, a.familyName, r.kind, r.askedBy, b.loginName, r.expiresAt)
        from ChannelReset r join Account a on a.id = r.account join Account b on b.id = r.askedBy
        where r.unitId = :unit and r.decidedAt is null and r.expiresAt > :now
        order by r.expiresAt, r.id""")
@NamedQuery(name = StoredReset.DECIDE, query = """
        update ChannelReset r set r.decidedAt = :now, r.decidedBy = :by, r.decision = :decision, r.openFor = null
        where r.id = :id and r.decidedAt is null and r.expiresAt > :now""")
@NamedQuery(name = StoredReset.MAKE_WAY, query = """
        update ChannelReset r set r.openFor = null
        where r.openFor = :account and r.kind = :kind and r.expiresAt <= :now""")
@NamedQuery(name = StoredReset.FORGET, query = "delete from ChannelReset r where r.expiresAt < :instant")
class StoredReset {

    static final String WAITING = "ChannelReset.waiting";
    static final String DECIDE = "ChannelReset.decide";
    static final String FORGET = "ChannelReset.forget";
    static final String MAKE_WAY = "ChannelReset.makeWay";

    enum Decision {
        CONFIRMED,
        REJECTED
    }

    @Id
    private Long id;

    @Column(name = "account_id")
    private AccountId account;

    /** The account again while the reset waits, and null afterwards. */
    @Column(name = "open_for")
    private AccountId openFor;

    @Column(name = "unit_id")
    private long unitId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ChannelKind kind;

    @Column(name = "asked_by")
    private AccountId askedBy;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "decided_by")
    private AccountId decidedBy;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "decision")
    private Decision decision;

    protected StoredReset() {} // for JPA
}
