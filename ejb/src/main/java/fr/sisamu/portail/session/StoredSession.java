package fr.sisamu.portail.session;

import fr.sisamu.portail.account.AccountId;
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
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The row of a work session. After its birth it changes by guarded updates alone, so that of two nodes that end it one
 * does and the other learns that it is done.
 */
@Entity(name = "WorkSession")
@Table(name = "work_session")
@NamedQuery(
        name = StoredSession.BY_DIGEST,
        query = SessionRow.SELECT + " where s.tokenDigest = :digest and s.endedAt is null")
@NamedQuery(
        name = StoredSession.QUIET,
        query = SessionRow.SELECT
                + " where s.endedAt is null and (s.expiresAt <= :now or s.lastSeenAt <= :quiet or a.status = 'CLOSED')")
@NamedQuery(
        name = StoredSession.OPEN_PLACES,
        query = "select new fr.sisamu.portail.session.OpenPlace(s.id, s.workstation) from WorkSession s"
                + " where s.account = :account and s.endedAt is null")
@NamedQuery(
        name = StoredSession.OPEN_BY_LEVEL,
        query = "select new fr.sisamu.portail.session.OpenSessions(s.method, s.level, count(s)) from WorkSession s"
                + " where s.endedAt is null group by s.method, s.level")
@NamedQuery(
        name = StoredSession.LATEST,
        query = "select s from WorkSession s where s.account = :account order by s.openedAt desc, s.id desc")
@NamedQuery(name = StoredSession.FIRST_ON, query = """
        select s.id from WorkSession s
        where s.account = :account and s.workstation is not null
          and not exists (select e.id from WorkSession e
                          where e.account = s.account and e.workstation = s.workstation and e.openedAt < s.openedAt)""")
@NamedQuery(
        name = StoredSession.OPEN_OF,
        query = "select s.id from WorkSession s where s.account = :account and s.endedAt is null")
@NamedQuery(
        name = StoredSession.WORKED_ON,
        query = "select count(s) from WorkSession s where s.account = :account and s.workstation = :workstation")
@NamedQuery(
        name = StoredSession.ACCESS_OF,
        query = "select new fr.sisamu.portail.session.SessionAccess(s.account, s.method, s.level, s.onlyUnit)"
                + " from WorkSession s where s.id = :id")
@NamedQuery(name = StoredSession.ACCOUNT_OF, query = "select s.account from WorkSession s where s.id = :id")
@NamedQuery(
        name = StoredSession.SEEN,
        query = "update WorkSession s set s.lastSeenAt = :now"
                + " where s.id = :id and s.endedAt is null and s.lastSeenAt < :now")
@NamedQuery(
        name = StoredSession.CHOOSE,
        query = "update WorkSession s set s.profileId = :profile where s.id = :id and s.endedAt is null")
@NamedQuery(
        name = StoredSession.RENEW,
        query = "update WorkSession s set s.tokenDigest = :digest, s.provedAt = :proved"
                + " where s.id = :id and s.endedAt is null")
@NamedQuery(
        name = StoredSession.RENEW_STRONGLY,
        query = "update WorkSession s set s.tokenDigest = :digest, s.provedAt = :proved, s.stronglyProvedAt = :proved"
                + " where s.id = :id and s.endedAt is null")
@NamedQuery(name = StoredSession.END, query = StoredSession.ENDING)
@NamedQuery(name = StoredSession.END_IDLE, query = StoredSession.ENDING + " and s.lastSeenAt <= :seen")
class StoredSession {

    static final String BY_DIGEST = "WorkSession.byDigest";
    static final String QUIET = "WorkSession.quiet";
    static final String OPEN_PLACES = "WorkSession.openPlaces";
    static final String OPEN_BY_LEVEL = "WorkSession.openByLevel";
    static final String LATEST = "WorkSession.latest";
    static final String FIRST_ON = "WorkSession.firstOn";
    static final String OPEN_OF = "WorkSession.openOf";
    static final String WORKED_ON = "WorkSession.workedOn";
    static final String ACCESS_OF = "WorkSession.accessOf";
    static final String ACCOUNT_OF = "WorkSession.accountOf";
    static final String SEEN = "WorkSession.seen";
    static final String CHOOSE = "WorkSession.choose";
    static final String RENEW = "WorkSession.renew";
    static final String RENEW_STRONGLY = "WorkSession.renewStrongly";
    static final String END = "WorkSession.end";
    static final String END_IDLE = "WorkSession.endIdle";

    static final String ENDING =
            "update WorkSession s set s.endedAt = :now, s.endReason = :reason where s.id = :id and s.endedAt is null";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "work_session_seq")
    @SequenceGenerator(name = "work_session_seq", sequenceName = "work_session_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    @Column(name = "token_digest")
    private String tokenDigest;

    @Column(name = "account_id")
    private AccountId account;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private LoginMethod method;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private AssuranceLevel level;

    @Column(name = "profile_id")
    private Long profileId;

    @Column(name = "only_unit_id")
    private Long onlyUnit;

    @Column(name = "workstation_id")
    private String workstation;

    @Column(nullable = false)
    private String origin;

    @Column(name = "opened_at")
    private Instant openedAt;

    /** Null where nobody knows. */
    @Column(name = "proved_at")
    private Instant provedAt;

    /** The same by card or an equal of it. */
    @Column(name = "strongly_proved_at")
    private Instant stronglyProvedAt;

    @Column(name = "last_seen_at")
    private Instant lastSeenAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "end_reason")
    private EndReason endReason;

    protected StoredSession() {} // for JPA

    StoredSession(NewSession request, String tokenDigest, Instant openedAt, Instant expiresAt) {
        this.tokenDigest = tokenDigest;
        this.account = request.account();
        this.method = request.method();
        this.level = request.level();
        this.workstation = request.workstation().orElse(null);
        this.onlyUnit = request.limit().map(SessionLimit::unitId).orElse(null);
        this.origin = request.origin();
        this.openedAt = openedAt;
        this.provedAt = request.proved().read(openedAt).orElse(null);
        this.stronglyProvedAt = request.level() == AssuranceLevel.STRONG ? provedAt : null;
        this.lastSeenAt = openedAt;
        this.expiresAt = expiresAt;
    }

    long id() {
        return id;
    }

    Optional<String> workstation() {
        return Optional.ofNullable(workstation);
    }

    Instant openedAt() {
        return openedAt;
    }

    /**
     * As its owner sees it.
     *
     * @param firstOnPost the sessions by which the account first came in on each of its posts
     */
    PastLogin past(Set<Long> firstOnPost) {
        boolean newPost = firstOnPost.contains(id);
        return new PastLogin(
                id,
                method,
                level,
                workstation == null ? PastLogin.Post.NONE : newPost ? PastLogin.Post.NEW : PastLogin.Post.KNOWN,
                origin,
                openedAt,
                Optional.ofNullable(endedAt),
                Optional.ofNullable(endReason));
    }
}
