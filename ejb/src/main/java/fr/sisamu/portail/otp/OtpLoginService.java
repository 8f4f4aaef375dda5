package fr.sisamu.portail.otp;

import fr.sisamu.portail.account.Account;
import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.account.AccountService;
import fr.sisamu.portail.account.LoginName;
import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.credential.PasswordService;
import fr.sisamu.portail.message.ChannelKind;
import fr.sisamu.portail.message.Masks;
import fr.sisamu.portail.otp.ChallengeService.Question;
import fr.sisamu.portail.otp.LoginStart.Reason;
import fr.sisamu.portail.otp.OtpAccess.Roads;
import fr.sisamu.portail.secret.Secrets;
import fr.sisamu.portail.session.AssuranceLevel;
import fr.sisamu.portail.session.WorkSessionService;
import fr.sisamu.portail.throttle.Attempt;
import fr.sisamu.portail.throttle.ThrottleService;
import fr.sisamu.portail.throttle.Tried;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * « Se connecter via OTP »: identifier and password, then the code. What is half finished lives in the database, so that a
 * restart between the two changes nothing; it belongs to the browser that keeps its secret.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OtpLoginService {

    @Inject
    AccountService accounts;

    @Inject
    PasswordService passwords;

    @Inject
    OtpAccess access;

    @Inject
    ChallengeService challenges;

    @Inject
    ThrottleService throttle;

    @Inject
    WorkSessionService sessions;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    /** An identifier and a password as typed, and where they come from. */
    public record Claim(
            String loginName,
            String password,
            String address,
            Optional<String> workstation,
            Optional<String> browserSecret,
            Locale language) {

        @Override
        public String toString() {
            return "Claim[…]";
        }
    }

    /** Whether this person could come in by password and code today, as far as that can be known without a password. */
    public boolean isOpenTo(Account account) {
        return passwords.setSince(account.id()).isPresent()
                && access.roads(account).refusal().isEmpty();
    }

    /** What a right code proves. */
    public record Proven(AccountId account, AssuranceLevel level, SupportCode supportCode) {}

    /** What became of a code: the proof, or why not. */
    public record Answered(CodeCheck check, Optional<Proven> proven) {}

    /**
     * Judges identifier and password and sends the code. Runs on the bounded pool of passwords: some fifty milliseconds of
     * processor. Whether the account exists shows neither in the answer nor in its time.
     */
    public LoginStart begin(Claim claim) {
        Optional<LoginName> name = LoginName.of(claim.loginName());
        Optional<Account> account = name.flatMap(accounts::find);
        Attempt attempt = new Attempt(
                Tried.PASSWORD,
                name.map(LoginName::value).orElse("?"),
                claim.address(),
                familiarPost(account, claim.workstation()));
        Optional<Instant> until = throttle.admit(attempt);
        if (until.isPresent()) {
            refused(account, claim, "DELAYED");
            return new LoginStart.Delayed(until.get());
        }
        if (!passwords.verify(account, claim.password())) {
            refused(account, claim, Reason.WRONG.name());
            return new LoginStart.Refused(Reason.WRONG);
        }
        throttle.succeeded(attempt);
        return ask(account.orElseThrow(), claim);
    }

    private Optional<String> familiarPost(Optional<Account> account, Optional<String> workstation) {
        AccountId asked = account.map(Account::id).orElse(AccountId.NOBODY);
        return workstation.filter(post -> sessions.hasWorkedOn(asked, post));
    }

    private LoginStart ask(Account account, Claim claim) {
        Optional<Challenge> pending = claim.browserSecret().flatMap(secret -> alive(secret, account.id()));
        if (pending.isPresent()) {
            return new LoginStart.Started(claim.browserSecret().orElseThrow()); // a form sent twice sends one code
        }
        Roads roads = access.roads(account);
        String secret = Secrets.random();
        boolean asked = roads.channels().stream()
                .anyMatch(channel -> challenges
                        .ask(new Question(
                                Secrets.digest(secret),
                                Optional.of(account.id()),
                                Purpose.LOGIN,
                                channel.kind(),
                                channel.address(),
                                claim.language(),
                                SupportCode.random()))
                        .isPresent());
        if (!asked) {
            Reason reason =
                    access.roads(account).refusal().orElse(Reason.TOO_MANY_CODES); // roads may have closed meanwhile
            refused(Optional.of(account), claim, reason.name());
            return new LoginStart.Refused(reason);
        }
        return new LoginStart.Started(secret);
    }

    private Optional<Challenge> alive(String secret, AccountId account) {
        return challenges
                .awaited(Secrets.digest(secret), Purpose.LOGIN)
                .filter(found ->
                        found.livesAt(clock.instant()) && found.account().equals(Optional.of(account)));
    }

    private void refused(Optional<Account> account, Claim claim, String reason) {
        Trace trace = Trace.of(TraceKind.LOGIN_REFUSED, reason)
                .origin(claim.address())
                .detail("OTP" + (account.isPresent() ? "" : ", no such identifier"));
        Trace placed = claim.workstation().map(trace::workstation).orElse(trace);
        trail.record(account.map(known -> placed.account(known.id().value())).orElse(placed));
    }

    /** The code that this browser's login awaits; empty once it was used or given up. */
    public Optional<AwaitedCode> awaited(String browserSecret) {
        return find(browserSecret)
                .filter(found -> !found.used())
                .map(found -> challenges.view(
                        found,
                        Optional.of(Masks.of(found.kind(), found.address())),
                        other(found).map(OtpChannel::kind)));
    }

    /** « Renvoyer »: the same code by the same road. */
    public boolean sendAgain(String browserSecret, Locale language) {
        return find(browserSecret)
                .map(found -> challenges.sendAgain(found, language))
                .orElse(false);
    }

    /** « Recevoir sur l’autre canal »: a new code by the other road; false if there is none, or it is spent. */
    public boolean switchChannel(String browserSecret, Locale language) {
        Optional<Challenge> found = find(browserSecret).filter(Challenge::open);
        return found.flatMap(this::other)
                .flatMap(channel -> challenges.ask(new Question(
                        found.get().browserDigest(),
                        found.get().account(),
                        Purpose.LOGIN,
                        channel.kind(),
                        channel.address(),
                        language,
                        found.get().supportCode())))
                .isPresent();
    }

    private Optional<OtpChannel> other(Challenge challenge) {
        return challenge
                .account()
                .flatMap(accounts::find)
                .flatMap(account -> access.roads(account).channels().stream()
                        .filter(channel -> channel.kind() != challenge.kind())
                        .findFirst());
    }

    /** Compares a code with the one awaited. Of any number of right answers at once, exactly one is proven. */
    public Answered answer(String browserSecret, String typed) {
        Optional<Challenge> found = find(browserSecret);
        if (found.isEmpty()) {
            return new Answered(CodeCheck.NOTHING_AWAITED, Optional.empty());
        }
        Challenge challenge = found.get();
        CodeCheck check = challenges.check(challenge, typed);
        boolean welcome = check == CodeCheck.RIGHT
                && challenge
                        .account()
                        .flatMap(accounts::find)
                        .filter(account -> !account.closed())
                        .isPresent();
        if (!welcome) {
            return new Answered(check == CodeCheck.RIGHT ? CodeCheck.NOTHING_AWAITED : check, Optional.empty());
        }
        AssuranceLevel level =
                challenge.kind() == ChannelKind.SMS ? AssuranceLevel.TWO_FACTOR : AssuranceLevel.TWO_STEP;
        return new Answered(
                check, Optional.of(new Proven(challenge.account().orElseThrow(), level, challenge.supportCode())));
    }

    /** « Annuler ». */
    public void giveUp(String browserSecret) {
        challenges.giveUp(Secrets.digest(browserSecret), Purpose.LOGIN);
    }

    private Optional<Challenge> find(String browserSecret) {
        return challenges.awaited(Secrets.digest(browserSecret), Purpose.LOGIN);
    }
}
