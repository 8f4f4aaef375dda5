package fr.sisamu.portail.session;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.profile.Profile;
import fr.sisamu.portail.profile.ProfileService;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/**
 * Opens, finds, moves on and ends work sessions. Its own methods need no transaction: each change is a short one of its
 * own, and the trace follows it.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class WorkSessionService {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final Duration SIGN_OF_LIFE = Duration.ofMinutes(1);

    @Inject
    SessionStore sessions;

    @Inject
    SessionEnding ending;

    @Inject
    NoticeService notices;

    @Inject
    ProfileService profiles;

    @Inject
    AuditTrail trail;

    @Inject
    Event<WorkSessionOpened> opened;

    @Inject
    Event<ProofRenewed> renewed;

    @Inject
    @ConfigProperties
    SessionSettings settings;

    @Inject
    Clock clock;

    /** Opens a session; another open session of the same account on the same workstation is ended as REPLACED. */
    public OpenedSession open(NewSession request) {
        Instant now = clock.instant();
        settleWithOpenOnes(request);
        SessionToken token = SessionToken.random();
        long id =
                sessions.add(new StoredSession(request, token.digest(), now, request.end(now.plus(settings.lifetime))));
        opened.fire(new WorkSessionOpened(id, request.account(), request.method()));
        return new OpenedSession(id, token);
    }

    /** Ends the person's former session on this post; tells those on other posts of a login from one not seen before. */
    private void settleWithOpenOnes(NewSession request) {
        List<OpenPlace> open = sessions.openPlaces(request.account());
        List<OpenPlace> here =
                open.stream().filter(place -> place.on(request.workstation())).toList();
        here.forEach(former -> ending.end(former.sessionId(), EndReason.REPLACED));
        boolean known = open.isEmpty()
                || !here.isEmpty()
                || request.workstation()
                        .filter(post -> sessions.hasWorkedOn(request.account(), post))
                        .isPresent();
        if (!known) {
            open.forEach(place -> notices.leave(place.sessionId(), NoticeKind.NEW_POST, request.origin()));
        }
    }

    /**
     * The open session of this token. Ends it here if its time is over, it stayed idle or its account was closed; writes
     * its last sign of life at most once a minute.
     */
    public Optional<WorkSession> find(SessionToken token) {
        Optional<SessionRow> found = sessions.find(token.digest());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        SessionRow row = found.get();
        Instant now = clock.instant();
        Optional<EndReason> over = row.over(now, settings.idle);
        if (over.isPresent()) {
            ending.end(row, over.get());
            return Optional.empty();
        }
        if (!now.isBefore(row.lastSeenAt().plus(SIGN_OF_LIFE))) {
            sessions.seen(row.id(), now);
        }
        return Optional.of(row.view(LocalDate.ofInstant(now, PARIS)));
    }

    /**
     * The agent of this session has proved anew that it is them: the session goes on as it is, with its profile, its phone,
     * its method and its level, under a fresh token (OWASP ASVS 7.2.4).
     *
     * @return empty if the session ended meanwhile, or nobody knows when the proof was given
     */
    public Optional<SessionToken> renew(
            WorkSession session, LoginMethod method, AssuranceLevel level, ProofTime proved) {
        SessionToken token = SessionToken.random();
        boolean done = proved.read(clock.instant())
                .filter(at -> sessions.renew(session.id(), token.digest(), at, level == AssuranceLevel.STRONG))
                .isPresent();
        if (!done) {
            return Optional.empty();
        }
        renewed.fire(new ProofRenewed(session.id(), session.account().id(), method));
        return Optional.of(token);
    }

    /** The profiles that this session may choose today: those whose unit lets in whoever came in like this. */
    public List<Profile> choices(WorkSession session) {
        SessionAccess access = accessOf(session);
        return profiles.validFor(access.account()).stream()
                .filter(access::opens)
                .toList();
    }

    /** Only an accès de secours is confined to a unit, so only then is the database asked once more. */
    private SessionAccess accessOf(WorkSession session) {
        return session.level() == AssuranceLevel.EMERGENCY
                ? sessions.accessOf(session.id()).orElseThrow()
                : new SessionAccess(session.account().id(), session.method(), session.level(), null);
    }

    /** Chooses the profile of whoever has no other choice; empty if there are several, or none. Traced. */
    public Optional<Profile> chooseOnly(WorkSession session) {
        List<Profile> choices = choices(session);
        return choices.size() == 1 && choose(session.id(), session.account().id(), choices.get(0))
                ? Optional.of(choices.get(0))
                : Optional.empty();
    }

    /** Chooses a profile of the session's own account, if valid today and open to its way in. Traced. */
    public ProfileChoice chooseProfile(long sessionId, long profileId) {
        Optional<SessionAccess> access = sessions.accessOf(sessionId);
        Optional<AccountId> account = access.map(SessionAccess::account);
        return account.flatMap(owner -> profiles.findValid(owner, profileId))
                        .filter(found -> access.get().opens(found))
                        .filter(found -> choose(sessionId, account.get(), found))
                        .isPresent()
                ? ProfileChoice.CHOSEN
                : ProfileChoice.NOT_AVAILABLE;
    }

    private boolean choose(long sessionId, AccountId account, Profile profile) {
        if (!sessions.choose(sessionId, profile)) {
            return false;
        }
        trail.record(Trace.of(TraceKind.PROFILE_CHOSEN, ProfileChoice.CHOSEN.name())
                .session(sessionId)
                .account(account.value())
                .unit(profile.unit().code())
                .detail(profile.function()));
        return true;
    }

    /** Ends the session; ending it twice changes nothing. Traced. True if it was open until now. */
    public boolean end(long sessionId, EndReason reason) {
        return ending.end(sessionId, reason);
    }

    /** Ends every open session of this account but the one named. Each is traced. */
    public void endOthers(AccountId account, Optional<Long> spared, EndReason reason) {
        sessions.openOf(account).stream()
                .filter(id -> !spared.equals(Optional.of(id)))
                .forEach(id -> ending.end(id, reason));
    }

    /** Whether this account has worked on this post before. */
    public boolean hasWorkedOn(AccountId account, String workstation) {
        return sessions.hasWorkedOn(account, workstation);
    }
}
