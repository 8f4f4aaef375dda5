package fr.sisamu.portail.credential;

import fr.sisamu.portail.account.Account;
import fr.sisamu.portail.account.AccountId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/**
 * Sets and verifies passwords. A verification takes some fifty milliseconds of processor by design (Argon2id): callers
 * run it on the bounded pool of passwords, never inside a transaction.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PasswordService {

    @Inject
    PasswordStore store;

    @Inject
    PasswordHasher hasher;

    @Inject
    PasswordPolicy policy;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperties
    PasswordSettings settings;

    /** Whether this is the account's password. The same time goes by if there is no account, or no password. */
    public boolean verify(Optional<Account> account, String password) {
        Optional<StoredPassword> stored = store.find(
                account.filter(known -> !known.closed()).map(Account::id).orElse(AccountId.NOBODY));
        if (stored.isEmpty()) {
            return hasher.verifyNobody(password);
        }
        String hash = stored.get().hash();
        boolean right = hasher.verify(password, hash);
        if (right && hasher.isOutdated(hash)) {
            store.rehash(account.orElseThrow().id(), hash, hasher.hash(password));
        }
        return right;
    }

    /** What would be said of this password for this person. Costs a few milliseconds at most. */
    public PasswordStrength judge(String password, Account person, Locale language) {
        return policy.judge(password, person, language);
    }

    /** Hashes a new password if it is good enough. It is not set yet: {@link #set}. */
    public NewPassword prepare(Account person, String password) {
        Optional<PasswordRefusal> refusal =
                policy.judge(password, person, Locale.FRENCH).refusal();
        if (refusal.isPresent()) {
            return NewPassword.refused(refusal.get());
        }
        Optional<StoredPassword> former = store.find(person.id());
        return former.isPresent() && hasher.verify(password, former.get().hash())
                ? NewPassword.refused(PasswordRefusal.UNCHANGED)
                : NewPassword.hashed(hasher.hash(password));
    }

    /**
     * Sets a password that was good enough, in the caller's transaction.
     *
     * @param recovered the channel that proved who it is, where a forgotten password is replaced
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void set(AccountId account, NewPassword password, Optional<Recovered> recovered) {
        store.set(account, password.hash().orElseThrow(), clock.instant(), recovered);
    }

    /** Withdraws a password set at this instant or later, in the caller's transaction: none is left, nor comes a former one back. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void withdraw(AccountId account, Instant setSince) {
        store.withdraw(account, setSince);
    }

    /** When the password was set; empty while there is none. */
    public Optional<Instant> setSince(AccountId account) {
        return store.find(account).map(StoredPassword::since);
    }

    /** The channel that replaced a forgotten password so lately that it may give no code yet. */
    public Optional<Recovered> recoveredLately(AccountId account) {
        Instant since = clock.instant().minus(settings.recoveryDelay);
        return store.find(account).flatMap(password -> password.recoveredSince(since));
    }
}
