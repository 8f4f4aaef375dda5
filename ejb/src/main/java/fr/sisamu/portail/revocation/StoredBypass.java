package fr.sisamu.portail.revocation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** A débrayage as it was opened; closing it early leaves the row. */
@Entity
@Table(name = "revocation_bypass")
class StoredBypass {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "revocation_bypass_seq")
    @SequenceGenerator(
            name = "revocation_bypass_seq",
            sequenceName = "revocation_bypass_seq",
            initialValue = 1,
            allocationSize = 1)
    private long id;

    private String reason;

    @Column(name = "opened_by")
    private String openedBy;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "ends_at")
    private Instant endsAt;

    @Column(name = "closed_at")
    private Instant closedAt;

    protected StoredBypass() {} // for JPA

    StoredBypass(String reason, String openedBy, Instant openedAt, Instant endsAt) {
        this.reason = reason;
        this.openedBy = openedBy;
        this.openedAt = openedAt;
        this.endsAt = endsAt;
    }

    void close(Instant at) {
        closedAt = at;
    }

    RevocationBypass value() {
        return new RevocationBypass(reason, openedBy, openedAt, endsAt);
    }
}
