package fr.sisamu.portail.account;

import fr.sisamu.portail.account.AccountSheet.HeldIdentifier;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The row of an account; others see it as {@link Account}. */
@Entity(name = "Account")
@Table(name = "account")
@NamedQuery(
        name = StoredAccount.BY_IDENTIFIER,
        query = "select a from Account a, AccountIdentifier i where i.identifier = :identifier and a.id = i.account")
@NamedQuery(
        name = StoredAccount.BY_IDENTIFIERS,
        query = "select distinct a from Account a, AccountIdentifier i"
                + " where i.identifier in :identifiers and a.id = i.account")
@NamedQuery(name = StoredAccount.BY_LOGIN_NAME, query = "select a from Account a where a.loginName = :name")
@NamedQuery(
        name = StoredAccount.CARD_SEEN,
        query = "update Account a set a.cardSeenAt = :now where a.id = :id and a.cardSeenAt is null")
class StoredAccount {

    static final String BY_IDENTIFIER = "Account.byIdentifier";
    static final String BY_IDENTIFIERS = "Account.byIdentifiers";
    static final String BY_LOGIN_NAME = "Account.byLoginName";
    static final String CARD_SEEN = "Account.cardSeen";

    @Id
    private long id;

    @Version
    private int version;

    @Column(name = "login_name")
    private String loginName;

    @Column(name = "given_name")
    private String givenName;

    @Column(name = "family_name")
    private String familyName;

    @Column(nullable = false)
    private String status;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "closed_at")
    private Instant closedAt;

    @Column(name = "card_seen_at")
    private Instant cardSeenAt;

    protected StoredAccount() {} // for JPA

    Account view() {
        return new Account(
                new AccountId(id), loginName, givenName, familyName, status.equals("CLOSED"), cardSeenAt != null);
    }

    AccountSheet sheet(List<HeldIdentifier> identifiers) {
        return new AccountSheet(view(), version, createdAt, Optional.ofNullable(closedAt), identifiers);
    }

    Set<String> entries(List<String> identifiers, List<String> endings) {
        return IndexEntries.of(givenName, familyName, loginName, identifiers, endings);
    }
}
