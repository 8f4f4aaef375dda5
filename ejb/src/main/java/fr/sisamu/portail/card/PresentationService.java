package fr.sisamu.portail.card;

import fr.sisamu.portail.account.AccessRequest;
import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.account.AccountService;
import fr.sisamu.portail.account.NationalIdentifier;
import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.card.PresentationStore.IssuedTicket;
import fr.sisamu.portail.card.PresentationStore.JudgedCard;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/** Carries the card endpoint's answer to the portal: nonce, verdict, one-time ticket. */
@Stateless
public class PresentationService {

    private static final Duration KEPT = Duration.ofHours(1);

    @Inject
    CardService cards;

    @Inject
    AccountService accounts;

    @Inject
    AttemptNonces nonces;

    @Inject
    PresentationStore store;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperties
    CardSettings settings;

    /** Begins an attempt; writes nothing. */
    public CardAttempt begin() {
        String secret = Secrets.random();
        return new CardAttempt(secret, nonces.of(secret));
    }

    /**
     * Judges the card shown for this nonce, once. Traced, whatever the answer.
     *
     * @param chain the certificates presented, empty without a card
     * @param origin the address of the peer, for the trace
     */
    public Presentation present(String nonce, List<X509Certificate> chain, String origin) {
        SupportCode code = SupportCode.random();
        Optional<String> browserDigest = nonces.browserDigestIn(nonce);
        if (browserDigest.isEmpty()) {
            return stale(code, origin, "not a nonce of this portal, or too old");
        }
        CardVerdict verdict = cards.judge(chain);
        String ticket = Secrets.random();
        JudgedCard judged = judged(verdict, nonce, browserDigest.get(), ticket, code);
        if (!store.add(judged)) {
            return stale(code, origin, "the nonce was used before");
        }
        trace(verdict, code, origin);
        if (judged.refusal().isPresent()) {
            return new Presentation.Refused(judged.refusal().get(), code);
        }
        return new Presentation.Ticket(ticket, code);
    }

    private Presentation stale(SupportCode code, String origin, String cause) {
        trail.record(Trace.of(TraceKind.LOGIN_REFUSED, "STALE_ATTEMPT")
                .code(code)
                .origin(origin)
                .detail(cause));
        return new Presentation.StaleAttempt(code);
    }

    private JudgedCard judged(
            CardVerdict verdict, String nonce, String browserDigest, String ticket, SupportCode code) {
        Optional<AccountId> account = Optional.empty();
        Optional<CardRefusal> refusal = Optional.of(CardRefusal.NO_ACCOUNT);
        Optional<NationalIdentifier> identifier;
        if (verdict instanceof CardVerdict.Accepted accepted) {
            account = Optional.of(accepted.account().id());
            refusal = Optional.empty();
            identifier = Optional.of(accepted.holder().identifier());
        } else if (verdict instanceof CardVerdict.Refused refused) {
            refusal = Optional.of(refused.reason());
            identifier = refused.identifier();
        } else {
            CardHolder holder = ((CardVerdict.Unknown) verdict).holder();
            identifier = Optional.of(holder.identifier());
            accounts.requestAccess(new AccessRequest(
                    holder.identifier(),
                    holder.givenName(),
                    holder.familyName(),
                    holder.type().name(),
                    code));
        }
        return new JudgedCard(
                Secrets.digest(nonce),
                browserDigest,
                account.map(id -> Secrets.digest(ticket)),
                refusal,
                code,
                account,
                identifier.map(NationalIdentifier::value),
                clock.instant());
    }

    private void trace(CardVerdict verdict, SupportCode code, String origin) {
        Trace trace;
        if (verdict instanceof CardVerdict.Accepted accepted) {
            trace = Trace.of(TraceKind.CARD_JUDGED, "ACCEPTED")
                    .account(accepted.account().id().value())
                    .identifier(accepted.holder().identifier().value())
                    .detail(accepted.holder().type() + " " + accepted.holder().tokenId() + ", revocation "
                            + accepted.revocation());
        } else if (verdict instanceof CardVerdict.Refused refused) {
            trace = Trace.of(TraceKind.CARD_JUDGED, refused.reason().name()).detail(refused.detail());
            if (refused.identifier().isPresent()) {
                trace = trace.identifier(refused.identifier().get().value());
            }
        } else {
            CardHolder holder = ((CardVerdict.Unknown) verdict).holder();
            trace = Trace.of(TraceKind.CARD_JUDGED, CardRefusal.NO_ACCOUNT.name())
                    .identifier(holder.identifier().value())
                    .detail(holder.type() + " " + holder.tokenId() + ", a request is waiting");
        }
        trail.record(trace.code(code).origin(origin));
    }

    /** Redeems a ticket: once, within its lifetime, and only with the secret of the browser that made the attempt. */
    public Optional<Presentation.Redeemed> redeem(String ticket, String browserSecret, String origin) {
        String ticketDigest = Secrets.digest(ticket);
        String browserDigest = Secrets.digest(browserSecret);
        Instant now = clock.instant();
        boolean spent = store.redeem(ticketDigest, browserDigest, now, now.minus(settings.ticketLifetime));
        Optional<IssuedTicket> issued = store.find(ticketDigest);
        if (!spent) {
            traceRefusedTicket(issued, browserDigest, origin);
            return Optional.empty();
        }
        accounts.cardSeen(issued.orElseThrow().account());
        return issued.map(found -> new Presentation.Redeemed(found.account(), found.supportCode()));
    }

    private void traceRefusedTicket(Optional<IssuedTicket> issued, String browserDigest, String origin) {
        String cause = "no such ticket";
        Trace trace = Trace.of(TraceKind.LOGIN_REFUSED, "TICKET").origin(origin);
        if (issued.isPresent()) {
            IssuedTicket found = issued.get();
            boolean foreign = !found.browserDigest().equals(browserDigest);
            cause = found.used() ? "used before" : foreign ? "from another browser" : "too old";
            trace = trace.account(found.account().value()).code(found.supportCode());
        }
        trail.record(trace.detail(cause));
    }

    /** The latest refusal of the attempt that this browser made, for the page that explains it. */
    public Optional<Presentation.Refused> refusalOf(String browserSecret) {
        return store.lastRefusal(Secrets.digest(browserSecret));
    }

    /** Forgets presentations of more than an hour ago; the trace keeps what happened. */
    @Schedule(hour = "*", minute = "*/10", persistent = false)
    void forgetOld() {
        store.removeJudgedBefore(clock.instant().minus(KEPT));
    }
}
