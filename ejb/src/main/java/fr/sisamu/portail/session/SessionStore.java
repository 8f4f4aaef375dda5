package fr.sisamu.portail.session;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.profile.Profile;
import fr.sisamu.portail.profile.ProfileService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The rows of sessions and posts. Each change is one transaction, together with what hangs on it. */
@ApplicationScoped
class SessionStore {

    private static final String NEW_POST =
            "insert into workstation (id, first_seen_at, last_seen_at) values (?1, ?2, ?2) on conflict do nothing";
    private static final String POST_SEEN =
            "update workstation set last_seen_at = ?2 where id = ?1 and last_seen_at < ?3";

    @PersistenceContext(unitName = "portail")
    EntityManager rows;

    @Inject
    NoticeService notices;

    @Inject
    ProfileService profiles;

    @Inject
    Event<WorkSessionEnded> ended;

    @Inject
    Event<ProfileChosen> chosen;

    Optional<SessionRow> find(String digest) {
        return rows.createNamedQuery(StoredSession.BY_DIGEST, SessionRow.class)
                .setParameter("digest", digest)
                .getResultStream()
                .findFirst();
    }

    /** Open sessions past their time, without a sign of life since {@code quiet}, or of a closed account. */
    List<SessionRow> quiet(Instant now, Instant quiet) {
        return rows.createNamedQuery(StoredSession.QUIET, SessionRow.class)
                .setParameter("now", now)
                .setParameter("quiet", quiet)
                .getResultList();
    }

    List<OpenPlace> openPlaces(AccountId account) {
        return rows.createNamedQuery(StoredSession.OPEN_PLACES, OpenPlace.class)
                .setParameter("account", account)
                .getResultList();
    }

    List<PastLogin> latest(AccountId account, int limit) {
        Set<Long> firstOnPost = rows.createNamedQuery(StoredSession.FIRST_ON, Long.class)
                .setParameter("account", account)
                .getResultStream()
                .collect(Collectors.toSet());
        return rows.createNamedQuery(StoredSession.LATEST, StoredSession.class)
                .setParameter("account", account)
                .setMaxResults(limit)
                .getResultStream()
                .map(session -> session.past(firstOnPost))
                .toList();
    }

    List<Long> openOf(AccountId account) {
        return rows.createNamedQuery(StoredSession.OPEN_OF, Long.class)
                .setParameter("account", account)
                .getResultList();
    }

    boolean hasWorkedOn(AccountId account, String workstation) {
        return rows.createNamedQuery(StoredSession.WORKED_ON, Long.class)
                        .setParameter("account", account)
                        .setParameter("workstation", workstation)
                        .getSingleResult()
                > 0;
    }

    Optional<SessionAccess> accessOf(long sessionId) {
        return rows.createNamedQuery(StoredSession.ACCESS_OF, SessionAccess.class)
                .setParameter("id", sessionId)
                .getResultStream()
                .findFirst();
    }

    Optional<AccountId> accountOf(long sessionId) {
        return rows.createNamedQuery(StoredSession.ACCOUNT_OF, AccountId.class)
                .setParameter("id", sessionId)
                .getResultStream()
                .findFirst();
    }

    /** Adds the session, and its post before it. */
    @Transactional
    long add(StoredSession session) {
        session.workstation().ifPresent(post -> workstationSeen(post, session.openedAt()));
        rows.persist(session);
        return session.id();
    }

    @Transactional
    void seen(long sessionId, Instant now) {
        rows.createNamedQuery(StoredSession.SEEN)
                .setParameter("id", sessionId)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Refreshes at most once an hour what is only good for a purge. */
    private void workstationSeen(String workstation, Instant now) {
        int first = rows.createNativeQuery(NEW_POST)
                .setParameter(1, workstation)
                .setParameter(2, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
        if (first == 0) {
            rows.createNativeQuery(POST_SEEN)
                    .setParameter(1, workstation)
                    .setParameter(2, now.atOffset(ZoneOffset.UTC))
                    .setParameter(3, now.minus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC))
                    .executeUpdate();
        }
    }

    /** Chooses for a session that is still open; false if it ended meanwhile. */
    @Transactional
    boolean choose(long sessionId, Profile profile) {
        int open = rows.createNamedQuery(StoredSession.CHOOSE)
                .setParameter("id", sessionId)
                .setParameter("profile", profile.id())
                .executeUpdate();
        if (open == 1) {
            profiles.chosen(profile.id());
            chosen.fire(new ProfileChosen(sessionId, profile.unit().id()));
        }
        return open == 1;
    }

    /** Gives the session another token and a younger proof; false if it ended meanwhile. */
    @Transactional
    boolean renew(long sessionId, String tokenDigest, Instant proved, boolean strongly) {
        return rows.createNamedQuery(strongly ? StoredSession.RENEW_STRONGLY : StoredSession.RENEW)
                        .setParameter("id", sessionId)
                        .setParameter("digest", tokenDigest)
                        .setParameter("proved", proved)
                        .executeUpdate()
                == 1;
    }

    /** Ends the session; false if it had ended already, or if it showed life since it was found idle. */
    @Transactional
    boolean end(long sessionId, EndReason reason, Instant now, Optional<Instant> idleSince) {
        var update = rows.createNamedQuery(idleSince.isPresent() ? StoredSession.END_IDLE : StoredSession.END)
                .setParameter("id", sessionId)
                .setParameter("now", now)
                .setParameter("reason", reason);
        idleSince.ifPresent(seen -> update.setParameter("seen", seen));
        if (update.executeUpdate() == 0) {
            return false;
        }
        notices.leave(sessionId, NoticeKind.SESSION_ENDED, reason.name());
        ended.fire(new WorkSessionEnded(sessionId, reason));
        return true;
    }
}
