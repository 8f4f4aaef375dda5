package fr.sisamu.portail.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** The row of an access request; a decision already taken on it survives further attempts. */
@Entity(name = "AccessRequest")
@Table(name = "account_request")
@NamedQuery(
        name = StoredAccessRequest.SEEN_AGAIN,
        query = "update AccessRequest r set r.attempts = r.attempts + 1, r.lastSeenAt = :now, r.supportCode = :code,"
                + " r.givenName = :givenName, r.familyName = :familyName, r.cardType = :cardType"
                + " where r.identifier = :identifier")
class StoredAccessRequest {

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
}
