package fr.sisamu.portail.credential;

import fr.sisamu.portail.account.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/** The rows of passwords. No hash is ever computed in one of its transactions. */
@ApplicationScoped
@Transactional
class PasswordStore {

    @PersistenceContext(unitName = "portail")
    EntityManager rows;

    Optional<StoredPassword> find(AccountId account) {
        return Optional.ofNullable(rows.find(StoredPassword.class, account.value()));
    }

    void set(AccountId account, String hash, Instant now, Optional<Recovered> recovered) {
        StoredPassword password = rows.find(StoredPassword.class, account.value(), LockModeType.PESSIMISTIC_WRITE);
        if (password == null) {
            password = new StoredPassword(account);
            password.change(hash, now, recovered);
            rows.persist(password);
        } else {
            password.change(hash, now, recovered);
        }
    }

    /** Unless it was changed meanwhile. */
    void rehash(AccountId account, String former, String hash) {
        find(account).filter(password -> password.hash().equals(former)).ifPresent(password -> password.rehash(hash));
    }

    void withdraw(AccountId account, Instant setSince) {
        StoredPassword password = rows.find(StoredPassword.class, account.value(), LockModeType.PESSIMISTIC_WRITE);
        if (password != null && !password.since().isBefore(setSince)) {
            rows.remove(password);
        }
    }

    void liftRecovery(AccountId account) {
        find(account).ifPresent(StoredPassword::liftRecovery);
    }
}
