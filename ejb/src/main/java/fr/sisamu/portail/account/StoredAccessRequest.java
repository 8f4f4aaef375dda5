package fr.sisamu.portail.account;

import fr.sisamu.portail.audit.SupportCode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/**
 * The row of an access request. A rejection survives further attempts; one that was granted waits again when its
 * identifier has been taken away from the account since.
 */
@Entity(name = "AccessRequest")
@Table(name = "account_request")
@NamedQuery(
        name = StoredAccessRequest.SEEN_AGAIN,
        query = "update AccessRequest r set r.attempts = r.attempts + 1, r.lastSeenAt = :now, r.supportCode = :code,"
                + " r.status = case when r.status = 'GRANTED' then 'WAITING' else r.status end,"
                + " r.givenName = :givenName, r.familyName = :familyName, r.cardType = :cardType"
                + " where r.identifier = :identifier")
@NamedQuery(
        name = StoredAccessRequest.WAITING,
        query = "select r from AccessRequest r where r.status = 'WAITING' order by r.firstSeenAt, r.identifier")
@NamedQuery(
        name = StoredAccessRequest.DECIDE,
        query = "update AccessRequest r set r.status = :status"
                + " where r.identifier = :identifier and r.status = 'WAITING'")
class StoredAccessRequest {

    static final String WAITING = "AccessRequest.waiting";
    static final String DECIDE = "AccessRequest.decide";

    static final String SEEN_AGAIN = "AccessRequest.seenAgain";

    @Id
    private String identifier;

    @Version
    private int version;

    @Column(name = "given_name")
    private String givenName;

    @Column(name = "family_name")
    private String familyName;

    @Column(name = "card_type")
    private String cardType;

    @Column(name = "first_seen_at")
    private Instant firstSeenAt;

    @Column(name = "last_seen_at")
    private Instant lastSeenAt;

    @Column(nullable = false)
    private int attempts;

    @Column(name = "support_code")
    private String supportCode;

    @Column(nullable = false)
    private String status;

    protected StoredAccessRequest() {} // for JPA

    boolean waits() {
        return status.equals("WAITING");
    }

    WaitingRequest view() {
        return new WaitingRequest(
                new NationalIdentifier(identifier),
                givenName,
                familyName,
                cardType,
                firstSeenAt,
                lastSeenAt,
                attempts,
                new SupportCode(supportCode));
    }
}
