package fr.sisamu.portail.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One national identifier and the account it names. */
@Entity(name = "AccountIdentifier")
@Table(name = "account_identifier")
class StoredIdentifier {

    @Id
    private String identifier;

    @Column(name = "account_id")
    private AccountId account;

    @Column(name = "added_at")
    private Instant addedAt;

    protected StoredIdentifier() {} // for JPA
}
