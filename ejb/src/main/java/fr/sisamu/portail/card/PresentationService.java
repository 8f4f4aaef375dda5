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
import fr.sisamu.portail.role.FirstAdministrator;
import fr.sisamu.portail.secret.Secrets;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/**
 * Carries the card endpoint's answer to the portal: nonce, verdict, one-time ticket. Each statement commits by itself, so
 * that no request holds a database connection while it judges or traces; the keys of the table decide every race.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PresentationService {

    private static final Duration KEPT = Duration.ofHours(1);

    @Inject
    CardService cards;

    @Inject
    AccountService accounts;

    @Inject
    FirstAdministrator first;

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
        CardVerdict verdict = judge(chain, code);
        String ticket = Secrets.random();
        if (!store.add(judged(verdict, nonce, browserDigest.get(), ticket, code))) {
            return stale(code, origin, "the nonce was used before");
        }
        if (verdict instanceof CardVerdict.Unknown unknown) {
            accounts.requestAccess(requestOf(unknown.holder(), code));
        }
        trail.record(trace(verdict).code(code).origin(origin));
        return verdict.refusal()
                .<Presentation>map(reason -> new Presentation.Refused(reason, code))
                .orElseGet(() -> new Presentation.Ticket(ticket, code));
    }

    /** A good card that is awaited as the first administrator's gets its account and role before it is judged by them. */
    private CardVerdict judge(List<X509Certificate> chain, SupportCode code) {
        CardVerdict verdict = cards.judge(chain);
        boolean appointed = verdict.goodCard()
                .filter(holder -> first.appoint(holder.identifier(), holder.givenName(), holder.familyName(), code))
                .isPresent();
        return appointed ? cards.judge(chain) : verdict;
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
        Optional<AccountId> account = accountOf(verdict);
        return new JudgedCard(
                Secrets.digest(nonce),
                browserDigest,
                account.map(id -> Secrets.digest(ticket)),
                verdict.refusal(),
                code,
                account,
                verdict.identifier().map(NationalIdentifier::value),
                clock.instant());
    }

    private static Optional<AccountId> accountOf(CardVerdict verdict) {
        return verdict instanceof CardVerdict.Accepted accepted
                ? Optional.of(accepted.account().id())
                : Optional.empty();
    }

    private static AccessRequest requestOf(CardHolder holder, SupportCode code) {
        return new AccessRequest(
                holder.identifier(),
                holder.givenName(),
                holder.familyName(),
                holder.type().name(),
                code);
    }

    private static Trace trace(CardVerdict verdict) {
        String outcome = verdict.refusal().map(Enum::name).orElse("ACCEPTED");
        Trace trace = Trace.of(TraceKind.CARD_JUDGED, outcome).detail(verdict.detail());
        Trace named =
                verdict.identifier().map(id -> trace.identifier(id.value())).orElse(trace);
        return accountOf(verdict).map(id -> named.account(id.value())).orElse(named);
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
        issued.filter(found -> !found.cardSeen()).map(IssuedTicket::account).ifPresent(accounts::cardSeen);
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
