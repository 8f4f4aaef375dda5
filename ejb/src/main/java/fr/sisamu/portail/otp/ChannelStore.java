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
import java.util.Optional;

/** The rows of verified channels. */
@ApplicationScoped
@Transactional
class ChannelStore {

    @PersistenceContext(unitName = "portail")
    EntityManager rows;

    @Inject
    AccountService accounts;

    @Inject
    ChallengeStore challenges;

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
        remove(account, kind, now);
        rows.persist(new StoredChannel(account, kind, address, now));
        accounts.reindex(account);
    }

    /** Puts a former channel back where there is none of its kind. */
    void restore(AccountId account, OtpChannel former) {
        rows.persist(new StoredChannel(account, former.kind(), former.address(), former.verifiedAt()));
        accounts.reindex(account);
    }

    /** Deletes the channel, and withdraws the codes that went to it: the two are one, whoever answers at that moment. */
    boolean remove(AccountId account, ChannelKind kind, Instant now) {
        Optional<OtpChannel> held = hold(account, kind);
        held.ifPresent(channel -> {
            rows.createNamedQuery(StoredChannel.REMOVE)
                    .setParameter("account", account)
                    .setParameter("kind", kind)
                    .executeUpdate();
            challenges.withdraw(account, channel, now);
            accounts.reindex(account);
        });
        return held.isPresent();
    }

    /**
     * Holds the channel until the caller's transaction ends, so that its codes of the day are counted one after the other,
     * and none is sent to a channel that is being removed.
     *
     * @return empty if there is no such channel, or no longer
     */
    Optional<OtpChannel> hold(AccountId account, ChannelKind kind) {
        return rows
                .createNamedQuery(StoredChannel.OF_KIND, StoredChannel.class)
                .setParameter("account", account)
                .setParameter("kind", kind)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst()
                .map(StoredChannel::view);
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
