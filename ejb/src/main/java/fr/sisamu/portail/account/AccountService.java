package fr.sisamu.portail.account;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds accounts and keeps what a login teaches about them. */
@Stateless
public class AccountService {

    @PersistenceContext(unitName = "portail")
    EntityManager rows;

    @Inject
    AccessRequestStore requests;

    @Inject
    AccountIndex index;

    @Inject
    Clock clock;

    /** The account that holds this identifier, closed ones included. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Account> find(NationalIdentifier identifier) {
        return rows.createNamedQuery(StoredAccount.BY_IDENTIFIER, StoredAccount.class)
                .setParameter("identifier", identifier.value())
                .getResultStream()
                .findFirst()
                .map(StoredAccount::view);
    }

    /** The accounts that hold these identifiers, each once, closed ones included. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<Account> findAll(Set<NationalIdentifier> identifiers) {
        return rows.createNamedQuery(StoredAccount.BY_IDENTIFIERS, StoredAccount.class)
                .setParameter(
                        "identifiers",
                        identifiers.stream().map(NationalIdentifier::value).toList())
                .getResultStream()
                .map(StoredAccount::view)
                .toList();
    }

    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Account> find(AccountId id) {
        return Optional.ofNullable(rows.find(StoredAccount.class, id.value())).map(StoredAccount::view);
    }

    /** The account of this identifier (prenom.nom, as {@link LoginName} writes it), closed ones included. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Account> find(LoginName name) {
        return rows.createNamedQuery(StoredAccount.BY_LOGIN_NAME, StoredAccount.class)
                .setParameter("name", name.value())
                .getResultStream()
                .findFirst()
                .map(StoredAccount::view);
    }

    /** Remembers that the owner came by card; the first time counts, later calls change nothing. */
    public void cardSeen(AccountId id) {
        rows.createNamedQuery(StoredAccount.CARD_SEEN)
                .setParameter("id", id.value())
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** Leaves a waiting request for the administrator, or counts one more attempt on it. */
    public void requestAccess(AccessRequest request) {
        requests.keep(request);
    }

    /** Writes anew what the account is found by, in the caller's transaction; for whoever changes its telephone. */
    public void reindex(AccountId id) {
        index.write(id.value());
    }
}
