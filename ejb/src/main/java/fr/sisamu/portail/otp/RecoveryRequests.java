package fr.sisamu.portail.otp;

import fr.sisamu.portail.account.Account;
import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.account.AccountService;
import fr.sisamu.portail.account.LoginName;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.otp.ChallengeService.Question;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Forgotten passwords from the form to the code. What the form does is the same for everybody; whether there is such an
 * account, and a channel, and codes left for it, is found out after its answer.
 */
@ApplicationScoped
@Transactional
class RecoveryRequests {

    /** How long a request is left to the node that wrote it before any node looks after it. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final int AT_ONCE = 100;

    @PersistenceContext(unitName = "portail")
    EntityManager rows;

    @Inject
    AccountService accounts;

    @Inject
    ChannelStore channels;

    @Inject
    ChallengeService challenges;

    @Inject
    Event<RecoveryAsked> asked;

    @Inject
    Clock clock;

    /** Gives the browser a challenge that nobody can answer yet, and leaves the rest for afterwards. */
    void leave(Question decoy, Optional<LoginName> name, String origin) {
        String challenge = challenges.ask(decoy).orElseThrow().id();
        rows.persist(new StoredRecoveryRequest(
                new RecoveryRequest(challenge, name, decoy.language(), origin), clock.instant()));
        asked.fire(new RecoveryAsked(challenge));
    }

    /** Sends the code if there is anybody to send it to. One caller does; what it has to tell the trace, or nothing. */
    Optional<Trace> settle(String challenge) {
        Optional<RecoveryRequest> request = Optional.ofNullable(rows.find(StoredRecoveryRequest.class, challenge))
                .map(StoredRecoveryRequest::view)
                .filter(found -> taken(challenge));
        return request.flatMap(found -> challenges.find(challenge).map(decoy -> settle(found, decoy)));
    }

    private boolean taken(String challenge) {
        return rows.createNamedQuery(StoredRecoveryRequest.TAKE)
                        .setParameter("challenge", challenge)
                        .executeUpdate()
                == 1;
    }

    private Trace settle(RecoveryRequest request, Challenge decoy) {
        Optional<Account> account = request.name().flatMap(accounts::find).filter(known -> !known.closed());
        Optional<OtpChannel> channel = account.flatMap(known -> channelOf(known.id(), decoy));
        boolean sent = channel.filter(found ->
                        challenges.address(decoy, account.orElseThrow().id(), found.address(), request.language()))
                .isPresent();
        Trace trace = Trace.of(TraceKind.PASSWORD_CHANGED, sent ? "RECOVERY_ASKED" : "RECOVERY_DECOY")
                .code(decoy.supportCode())
                .origin(request.origin());
        return account.map(known -> trace.account(known.id().value())).orElse(trace);
    }

    private Optional<OtpChannel> channelOf(AccountId account, Challenge decoy) {
        return channels.of(account).stream()
                .filter(channel -> channel.kind() == decoy.kind())
                .findFirst();
    }

    /** What a node left behind when it died after the asking. */
    List<String> leftBehind() {
        return rows.createNamedQuery(StoredRecoveryRequest.LEFT_BEHIND, String.class)
                .setParameter("before", clock.instant().minus(GRACE))
                .setMaxResults(AT_ONCE)
                .getResultList();
    }
}
