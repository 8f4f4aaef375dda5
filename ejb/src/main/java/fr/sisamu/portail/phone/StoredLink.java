package fr.sisamu.portail.phone;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * The row that links a phone to a session. It is born by an insert that gives way to whoever was first, and changes by
 * updates that name the holder they expect: of two claims on the same phone, one finds its row and one does not.
 */
@Entity(name = "PhoneLink")
@Table(name = "phone_link")
@NamedQuery(name = StoredLink.OF_SESSION, query = HeldPhone.SELECT)
@NamedQuery(
        name = StoredLink.STALE,
        query = "delete from PhoneLink l where l.phoneId = :phone and l.sessionId = :holder and (l.leaseUntil < :now"
                + " or l.sessionId in (select s.id from WorkSession s where s.endedAt is not null))")
@NamedQuery(
        name = StoredLink.HAND_OVER,
        query = "update PhoneLink l set l.sessionId = :session, l.linkedAt = :now, l.leaseUntil = :lease,"
                + " l.onSwitch = false where l.phoneId = :phone and l.sessionId = :holder")
@NamedQuery(name = StoredLink.FREE, query = "delete from PhoneLink l where l.sessionId = :session")
@NamedQuery(
        name = StoredLink.RENEW,
        query = "update PhoneLink l set l.leaseUntil = :lease where l.sessionId = :session")
@NamedQuery(
        name = StoredLink.ON_SWITCH,
        query = "update PhoneLink l set l.onSwitch = true where l.phoneId = :phone and l.sessionId = :session")
@NamedQuery(name = StoredLink.COUNT, query = "select count(l) from PhoneLink l where l.phoneId = :phone")
class StoredLink {

    static final String OF_SESSION = "PhoneLink.ofSession";
    static final String STALE = "PhoneLink.stale";
    static final String HAND_OVER = "PhoneLink.handOver";
    static final String FREE = "PhoneLink.free";
    static final String RENEW = "PhoneLink.renew";
    static final String ON_SWITCH = "PhoneLink.onSwitch";
    static final String COUNT = "PhoneLink.count";

    @Id
    @Column(name = "phone_id")
    private long phoneId;

    @Column(name = "session_id")
    private Long sessionId;

    @Column(name = "linked_at")
    private Instant linkedAt;

    @Column(name = "lease_until")
    private Instant leaseUntil;

    @Column(name = "cti_linked")
    private Boolean onSwitch;

    protected StoredLink() {} // for JPA
}
