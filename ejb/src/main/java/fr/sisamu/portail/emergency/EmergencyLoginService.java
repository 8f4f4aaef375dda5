package fr.sisamu.portail.emergency;

import fr.sisamu.portail.account.Account;
import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.account.AccountService;
import fr.sisamu.portail.account.LoginName;
import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.session.EndReason;
import fr.sisamu.portail.session.SessionLimit;
import fr.sisamu.portail.session.WorkSessionService;
import fr.sisamu.portail.throttle.Attempt;
import fr.sisamu.portail.throttle.ThrottleService;
import fr.sisamu.portail.throttle.Tried;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Lets an agent in by the secret of an open access: identifier and secret, once. Needs the database alone. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EmergencyLoginService {

    /** Whoever asks for nobody asks the database what they would ask for somebody. */
    private static final long NO_ACCESS = 0;

    @Inject
    EmergencyStore store;

    @Inject
    EmergencyRegister register;

    @Inject
    AccountService accounts;

    @Inject
    WorkSessionService sessions;

    @Inject
    ThrottleService throttle;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    /** An identifier and a secret as typed, and where they come from. */
    public record Claim(String loginName, String secret, String address, Optional<String> workstation) {

        @Override
        public String toString() {
            return "Claim[…]";
        }
    }

    /** What a right secret proves: who comes, and what their session is confined to. */
    public record Proven(long access, AccountId account, SessionLimit limit, SupportCode supportCode) {}

    /**
     * What became of a secret: the proof, or nothing and perhaps the instant from which another try may be made.
     *
     * @param supportCode leads to the row of the trace that says why
     */
    public record Answered(SupportCode supportCode, Optional<Proven> proven, Optional<Instant> delayedUntil) {}

    /**
     * Judges a secret. Why one is refused, and whether the account exists, shows in the trace alone. Of any number of right
     * answers at once exactly one is proven.
     */
    public Answered answer(Claim claim) {
        Optional<Account> account = LoginName.of(claim.loginName()).flatMap(accounts::find);
        Attempt attempt = attempt(claim, account);
        Optional<Instant> until = throttle.admit(attempt);
        if (until.isPresent()) {
            return new Answered(refused(account, claim, "DELAYED"), Optional.empty(), until);
        }
        Instant now = clock.instant();
        AccountId asked =
                account.filter(known -> !known.closed()).map(Account::id).orElse(AccountId.NOBODY);
        Optional<OpenAccess> open = store.openFor(asked, now);
        boolean counted = store.countTry(open.map(OpenAccess::id).orElse(NO_ACCESS), now);
        if (open.isEmpty() || !counted) {
            return new Answered(refused(account, claim, "NOT_OPEN"), Optional.empty(), Optional.empty());
        }
        OpenAccess access = open.get();
        if (!isRight(access, claim.secret()) || !store.use(access.id(), now)) {
            return new Answered(refused(account, claim, "WRONG"), Optional.empty(), Optional.empty());
        }
        throttle.succeeded(attempt);
        SupportCode code = SupportCode.random();
        SessionLimit limit = new SessionLimit(access.unitId(), access.expiresAt());
        Proven proven = new Proven(access.id(), access.account(), limit, code);
        return new Answered(code, Optional.of(proven), Optional.empty());
    }

    /** Binds the session to its access; if that was closed meanwhile, the session ends before it began. */
    public void begun(long access, long session) {
        if (!store.begin(access, session)) {
            sessions.end(session, EndReason.SUPERVISOR);
        }
    }

    private boolean isRight(OpenAccess access, String typed) {
        String digest = register.digest(access.account(), EmergencySecret.typed(typed));
        return MessageDigest.isEqual(
                digest.getBytes(StandardCharsets.US_ASCII),
                access.secretDigest().getBytes(StandardCharsets.US_ASCII));
    }

    /** Counted apart from passwords, for whoever hammers those must not keep this agent out. */
    private Attempt attempt(Claim claim, Optional<Account> account) {
        AccountId asked = account.map(Account::id).orElse(AccountId.NOBODY);
        Optional<String> familiar = claim.workstation().filter(post -> sessions.hasWorkedOn(asked, post));
        String name = LoginName.of(claim.loginName()).map(LoginName::value).orElse("?");
        return new Attempt(Tried.EMERGENCY_SECRET, name, claim.address(), familiar);
    }

    private SupportCode refused(Optional<Account> account, Claim claim, String reason) {
        Trace trace = Trace.of(TraceKind.LOGIN_REFUSED, reason)
                .origin(claim.address())
                .detail("BREAK_GLASS" + (account.isPresent() ? "" : ", no such identifier"));
        Trace placed = claim.workstation().map(trace::workstation).orElse(trace);
        trail.record(account.map(known -> placed.account(known.id().value())).orElse(placed));
        return trace.supportCode();
    }
}
