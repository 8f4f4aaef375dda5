package fr.sisamu.portail.account;

import fr.sisamu.portail.account.AccountSheet.HeldIdentifier;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

/** One national identifier and the account it names. */
@Entity(name = "AccountIdentifier")
@Table(name = "account_identifier")
@NamedQuery(
        name = StoredIdentifier.OF,
        query = "select i from AccountIdentifier i where i.account = :account order by i.addedAt, i.identifier")
class StoredIdentifier {

    static final String OF = "AccountIdentifier.of";

    @Id
    private String identifier;

    @Column(name = "account_id")
    private AccountId account;

    @Column(name = "added_at")
    private Instant addedAt;

    protected StoredIdentifier() {} // for JPA

    HeldIdentifier view() {
        return new HeldIdentifier(new NationalIdentifier(identifier), addedAt);
    }
}
