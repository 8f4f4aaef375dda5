package fr.sisamu.portail.otp;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.account.AccountService;
import fr.sisamu.portail.message.ChannelKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** The rows of verified channels. */
@ApplicationScoped
@Transactional
class ChannelStore {

    @PersistenceContext(unitName = "portail")
    EntityManager rows;

    @Inject
    AccountService accounts;

    /** The telephone first. */
    List<OtpChannel> of(AccountId account) {
        return rows.createNamedQuery(StoredChannel.OF, StoredChannel.class)
                .setParameter("account", account)
                .getResultStream()
                .map(StoredChannel::view)
                .toList();
    }

    /** In the place of the former one of this kind. */
    void put(AccountId account, ChannelKind kind, String address, Instant now) {
        remove(account, kind);
        rows.persist(new StoredChannel(account, kind, address, now));
        accounts.reindex(account);
    }

    boolean remove(AccountId account, ChannelKind kind) {
        boolean removed = rows.createNamedQuery(StoredChannel.REMOVE)
                        .setParameter("account", account)
                        .setParameter("kind", kind)
                        .executeUpdate()
                == 1;
        if (removed) {
            accounts.reindex(account);
        }
        return removed;
    }

    /** Holds the channel until the caller's transaction ends, so that its codes of the day are counted one after the other. */
    void hold(AccountId account, ChannelKind kind) {
        rows.createNamedQuery(StoredChannel.OF_KIND, StoredChannel.class)
                .setParameter("account", account)
                .setParameter("kind", kind)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    boolean doubt(AccountId account, ChannelKind kind, String address, Instant now) {
        return rows.createNamedQuery(StoredChannel.DOUBT)
                        .setParameter("account", account)
                        .setParameter("kind", kind)
                        .setParameter("address", address)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }
}
