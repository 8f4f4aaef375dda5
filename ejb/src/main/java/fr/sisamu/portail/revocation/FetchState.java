package fr.sisamu.portail.revocation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** When the lists of an authority are fetched next, by whom now, and how the last try ended. Shared by all nodes. */
@Entity
@Table(name = "revocation_fetch")
class FetchState {

    @Id
    private String authority;

    @Column(name = "next_at")
    private Instant nextAt;

    @Column(name = "leased_until")
    private Instant leasedUntil;

    private int failures;

    @Column(name = "last_error")
    private String lastError;

    @Column(name = "last_try_at")
    private Instant lastTryAt;

    protected FetchState() {} // for JPA

    /** Due at once. */
    FetchState(String authority, Instant now) {
        this.authority = authority;
        this.nextAt = now;
        this.leasedUntil = now;
    }

    String authority() {
        return authority;
    }

    int failures() {
        return failures;
    }

    Optional<String> lastError() {
        return Optional.ofNullable(lastError);
    }
}
