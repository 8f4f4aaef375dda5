package fr.sisamu.portail.account;

import fr.sisamu.portail.account.AccountSheet.HeldIdentifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** The rows of national identifiers. One names one account: the key decides who was first. */
@ApplicationScoped
class IdentifierStore {

    private static final String ADD = """
            insert into account_identifier (identifier, account_id, added_at) values (?1, ?2, ?3)
            on conflict do nothing""";
    private static final String MOVE =
            "update account_identifier set account_id = ?3, added_at = ?4 where identifier = ?1 and account_id = ?2";
    private static final String REMOVE = "delete from account_identifier where identifier = ?1 and account_id = ?2";

    @PersistenceContext(unitName = "portail")
    EntityManager rows;

    @Inject
    AccountIndex index;

    List<HeldIdentifier> of(AccountId account) {
        return rows.createNamedQuery(StoredIdentifier.OF, StoredIdentifier.class)
                .setParameter("account", account)
                .getResultStream()
                .map(StoredIdentifier::view)
                .toList();
    }

    @Transactional
    boolean add(AccountId account, NationalIdentifier identifier, Instant now) {
        int added = rows.createNativeQuery(ADD)
                .setParameter(1, identifier.value())
                .setParameter(2, account.value())
                .setParameter(3, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
        return indexed(added, account);
    }

    @Transactional
    boolean move(NationalIdentifier identifier, AccountId from, AccountId to, Instant now) {
        int moved = rows.createNativeQuery(MOVE)
                .setParameter(1, identifier.value())
                .setParameter(2, from.value())
                .setParameter(3, to.value())
                .setParameter(4, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
        return indexed(moved, from, to);
    }

    @Transactional
    boolean remove(NationalIdentifier identifier, AccountId from) {
        int removed = rows.createNativeQuery(REMOVE)
                .setParameter(1, identifier.value())
                .setParameter(2, from.value())
                .executeUpdate();
        return indexed(removed, from);
    }

    private boolean indexed(int changed, AccountId... accounts) {
        if (changed == 0) {
            return false;
        }
        for (AccountId account : accounts) {
            index.write(account.value());
        }
        return true;
    }
}
