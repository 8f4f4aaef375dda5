package fr.sisamu.portail.otp;

import fr.sisamu.portail.account.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The rows of challenges. */
@ApplicationScoped
@Transactional
class ChallengeStore {

    @PersistenceContext(unitName = "portail")
    EntityManager rows;

    void add(Challenge challenge) {
        rows.persist(new StoredChallenge(challenge));
    }

    /** Whom a decoy is for; false if it has one, or its time is over. */
    boolean address(Challenge addressed, Instant now) {
        return rows.createNamedQuery(StoredChallenge.ADDRESS)
                        .setParameter("id", addressed.id())
                        .setParameter("account", addressed.account().orElseThrow())
                        .setParameter("address", addressed.address())
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    Optional<Challenge> find(String id) {
        return Optional.ofNullable(rows.find(StoredChallenge.class, id)).map(StoredChallenge::view);
    }

    /** What this browser was last asked for, used or run out as it may be, unless it was given up. */
    Optional<Challenge> ofBrowser(String browserDigest, Purpose purpose) {
        return rows.createNamedQuery(StoredChallenge.OF_BROWSER, StoredChallenge.class)
                .setParameter("browser", browserDigest)
                .setParameter("purpose", purpose)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(StoredChallenge::view);
    }

    /** Spends a try before the answer is looked at, so that fifty answers at once get no more than five. */
    boolean spendTry(String id, Instant now) {
        return rows.createNamedQuery(StoredChallenge.TRY)
                        .setParameter("id", id)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    /** True for the first caller, and for no one else. */
    boolean use(String id, Instant now) {
        return rows.createNamedQuery(StoredChallenge.USE)
                        .setParameter("id", id)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    /** Gives up whatever this browser was asked for. */
    void close(String browserDigest, Purpose purpose, Instant now) {
        rows.createNamedQuery(StoredChallenge.CLOSE)
                .setParameter("browser", browserDigest)
                .setParameter("purpose", purpose)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** No code that went to this channel counts any more; neither does a code used, where something is still to follow. */
    void withdraw(AccountId account, OtpChannel channel, Instant now) {
        rows.createNamedQuery(StoredChallenge.WITHDRAW)
                .setParameter("account", account)
                .setParameter("kind", channel.kind())
                .setParameter("address", channel.address())
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Allows one more sending, to one caller, not before the pause is over. */
    boolean sendAgain(String id, Instant now, Duration pause, int most) {
        return rows.createNamedQuery(StoredChallenge.SEND_AGAIN)
                        .setParameter("id", id)
                        .setParameter("now", now)
                        .setParameter("before", now.minus(pause))
                        .setParameter("most", most)
                        .executeUpdate()
                == 1;
    }

    /** How many messages left for this address and purpose since then. */
    long sentSince(String address, Purpose purpose, Instant since) {
        return rows.createNamedQuery(StoredChallenge.SENT_SINCE, Number.class)
                .setParameter("address", address)
                .setParameter("purpose", purpose)
                .setParameter("since", since)
                .getSingleResult()
                .longValue();
    }

    /** When the first of these challenges was made; {@code since} if there is none. */
    Instant firstSince(String address, Purpose purpose, Instant since) {
        return rows.createNamedQuery(StoredChallenge.FIRST_SINCE, Instant.class)
                .setParameter("address", address)
                .setParameter("purpose", purpose)
                .setParameter("since", since)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(since);
    }

    int forgetBefore(Instant instant) {
        return rows.createNamedQuery(StoredChallenge.FORGET)
                .setParameter("before", instant)
                .executeUpdate();
    }
}
