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
@NamedQuery(name = StoredLink.HAND_OVER, query = StoredLink.HANDING_OVER)
@NamedQuery(name = StoredLink.HAND_ON, query = StoredLink.HANDING_OVER + " and l.leaseUntil = :seen")
@NamedQuery(name = StoredLink.FREE, query = "delete from PhoneLink l where l.sessionId = :session")
@NamedQuery(
        name = StoredLink.FREE_ONE,
        query = "delete from PhoneLink l where l.sessionId = :session and l.phoneId = :phone")
@NamedQuery(
        name = StoredLink.RENEW,
        query = "update PhoneLink l set l.leaseUntil = :lease where l.sessionId = :session")
@NamedQuery(
        name = StoredLink.ON_SWITCH,
        query = "update PhoneLink l set l.onSwitch = true where l.phoneId = :phone and l.sessionId = :session")
@NamedQuery(name = StoredLink.COUNT, query = "select count(l) from PhoneLink l where l.phoneId = :phone")
@NamedQuery(name = StoredLink.LINKED, query = "select count(l) from PhoneLink l where l.leaseUntil > :now")
class StoredLink {

    static final String OF_SESSION = "PhoneLink.ofSession";
    /** From a holder who is still there. */
    static final String HAND_OVER = "PhoneLink.handOver";
    /** From a holder who is gone, unless the lease was renewed since it was read. */
    static final String HAND_ON = "PhoneLink.handOn";

    static final String FREE = "PhoneLink.free";
    static final String FREE_ONE = "PhoneLink.freeOne";
    static final String RENEW = "PhoneLink.renew";
    static final String ON_SWITCH = "PhoneLink.onSwitch";
    static final String COUNT = "PhoneLink.count";
    static final String LINKED = "PhoneLink.linked";

    /** No subquery here: H2 would not ask it again after waiting for a row that someone else has changed. */
    static final String HANDING_OVER = "update PhoneLink l set l.sessionId = :session, l.linkedAt = :now,"
            + " l.leaseUntil = :lease, l.onSwitch = false where l.phoneId = :phone and l.sessionId = :holder";

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
