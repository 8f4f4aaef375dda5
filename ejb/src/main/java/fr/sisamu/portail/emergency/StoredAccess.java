package fr.sisamu.portail.emergency;

import fr.sisamu.portail.account.AccountId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * The row of an access. Every change is one guarded update, so that of two who use, close or review it at once one does
 * and the other learns that it is done.
 */
@Entity(name = "EmergencyAccess")
@Table(name = "emergency_access")
@NamedQuery(name = StoredAccess.NOT_REVIEWED, query = EmergencyRow.SELECT + EmergencyRow.OPEN_FIRST)
@NamedQuery(
        name = StoredAccess.NOT_REVIEWED_IN,
        query = EmergencyRow.SELECT + " and e.unitId in :units" + EmergencyRow.OPEN_FIRST)
@NamedQuery(name = StoredAccess.FIND, query = EmergencyRow.SELECT + " and e.unitId = :unit and e.id = :id")
@NamedQuery(
        name = StoredAccess.OPEN_FOR,
        query = "select e from EmergencyAccess e where e.openFor = :account and e.expiresAt > :now")
@NamedQuery(
        name = StoredAccess.SESSION_OF,
        query = "select e.session from EmergencyAccess e where e.id = :id and e.session is not null")
@NamedQuery(name = StoredAccess.TRY, query = """
        update EmergencyAccess e set e.triesLeft = e.triesLeft - 1
        where e.id = :id and e.triesLeft > 0 and e.usedAt is null and e.closedAt is null and e.expiresAt > :now""")
@NamedQuery(name = StoredAccess.USE, query = """
        update EmergencyAccess e set e.usedAt = :now
        where e.id = :id and e.usedAt is null and e.closedAt is null and e.expiresAt > :now""")
@NamedQuery(
        name = StoredAccess.BEGIN,
        query = "update EmergencyAccess e set e.session = :session where e.id = :id and e.closedAt is null")
@NamedQuery(name = StoredAccess.CLOSE, query = """
        update EmergencyAccess e set e.closedAt = :now, e.closedBy = :by, e.openFor = null
        where e.id = :id and e.closedAt is null""")
@NamedQuery(name = StoredAccess.REVIEW, query = """
        update EmergencyAccess e
        set e.reviewedAt = :now, e.reviewedBy = :by, e.reviewWords = :words, e.openFor = null
        where e.id = :id and e.reviewedAt is null and (e.closedAt is not null or e.expiresAt <= :now)""")
@NamedQuery(name = StoredAccess.FORGET, query = "delete from EmergencyAccess e where e.reviewedAt < :instant")
class StoredAccess {

    static final String NOT_REVIEWED = "EmergencyAccess.notReviewed";
    static final String NOT_REVIEWED_IN = "EmergencyAccess.notReviewedIn";
    static final String FIND = "EmergencyAccess.find";
    static final String OPEN_FOR = "EmergencyAccess.openFor";
    static final String SESSION_OF = "EmergencyAccess.sessionOf";
    static final String TRY = "EmergencyAccess.try";
    static final String USE = "EmergencyAccess.use";
    static final String BEGIN = "EmergencyAccess.begin";
    static final String CLOSE = "EmergencyAccess.close";
    static final String FORGET = "EmergencyAccess.forget";
    static final String REVIEW = "EmergencyAccess.review";

    @Id
    private Long id;

    @Column(name = "account_id")
    private AccountId account;

    /** The account again while the access is open, and null afterwards: so there is one open access for an agent. */
    @Column(name = "open_for")
    private AccountId openFor;

    @Column(name = "unit_id")
    private long unitId;

    @Column(name = "opened_by")
    private AccountId openedBy;

    @Column(nullable = false)
    private String reason;

    @Column(name = "secret_digest")
    private String secretDigest;

    @Column(name = "tries_left")
    private int triesLeft;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "used_at")
    private Instant usedAt;

    @Column(name = "session_id")
    private Long session;

    @Column(name = "closed_at")
    private Instant closedAt;

    @Column(name = "closed_by")
    private AccountId closedBy;

    @Column(name = "reviewed_at")
    private Instant reviewedAt;

    @Column(name = "reviewed_by")
    private AccountId reviewedBy;

    @Column(name = "review_words")
    private String reviewWords;

    protected StoredAccess() {} // for JPA

    OpenAccess view() {
        return new OpenAccess(id, account, unitId, secretDigest, expiresAt);
    }
}
