package fr.sisamu.portail.otp;

import fr.sisamu.portail.account.Account;
import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.account.AccountService;
import fr.sisamu.portail.account.LoginName;
import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.credential.NewPassword;
import fr.sisamu.portail.credential.PasswordRefusal;
import fr.sisamu.portail.credential.PasswordService;
import fr.sisamu.portail.credential.PasswordStrength;
import fr.sisamu.portail.credential.Recovered;
import fr.sisamu.portail.message.ChannelKind;
import fr.sisamu.portail.message.Masks;
import fr.sisamu.portail.message.Template;
import fr.sisamu.portail.otp.ChallengeService.Question;
import fr.sisamu.portail.otp.CredentialChanges.Change;
import fr.sisamu.portail.secret.Secrets;
import fr.sisamu.portail.session.EndReason;
import fr.sisamu.portail.session.WorkSessionService;
import fr.sisamu.portail.throttle.Attempt;
import fr.sisamu.portail.throttle.ThrottleService;
import fr.sisamu.portail.throttle.Tried;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * « Mot de passe oublié »: a code on a verified channel, then a new password. Whoever asks is answered alike, account or
 * not. The channel that proved the person gives no login code for a while ({@code portail.password.recovery-delay}), so
 * that one telephone is never both factors; every channel is told, and every open session ends.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RecoveryService {

    /** How long a proven code may wait for the new password. */
    private static final Duration TIME_TO_CHOOSE = Duration.ofMinutes(15);

    @Inject
    AccountService accounts;

    @Inject
    ChallengeService challenges;

    @Inject
    RecoveryRequests requests;

    @Inject
    CodeAllowance allowance;

    @Inject
    PasswordService passwords;

    @Inject
    ThrottleService throttle;

    @Inject
    WorkSessionService sessions;

    @Inject
    CredentialChanges changes;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    /** What became of the request: a secret for the browser to keep, or when to come back. */
    public record Begun(Optional<String> browserSecret, Optional<Instant> delayedUntil) {

        @Override
        public String toString() {
            return "Begun[…]";
        }
    }

    /**
     * Answers before anybody has looked whether there is such an account, so that neither the answer nor its time says; a
     * code follows if there is somebody to send it to ({@link RecoveryRequests}).
     */
    public Begun begin(String typedName, ChannelKind kind, String address, Locale language) {
        Optional<LoginName> name = LoginName.of(typedName);
        Optional<Instant> until = throttle.admit(
                        new Attempt(Tried.RECOVERY, name.map(LoginName::value).orElse("?"), address, Optional.empty()))
                .or(allowance::recoveriesAgain);
        if (until.isPresent()) {
            return new Begun(Optional.empty(), until);
        }
        String secret = Secrets.random();
        Question decoy = new Question(
                Secrets.digest(secret), Optional.empty(), Purpose.RECOVER, kind, "-", language, SupportCode.random());
        requests.leave(decoy, name, address);
        return new Begun(Optional.of(secret), Optional.empty());
    }

    /** The code awaited; where it went is not said. */
    public Optional<AwaitedCode> awaited(String browserSecret) {
        return find(browserSecret)
                .filter(found -> !found.used())
                .map(found -> challenges.view(found, Optional.empty(), Optional.empty()));
    }

    /** What became of an answer. That a channel is gone shows in the trace alone, for it would say that there was one. */
    public CodeCheck answer(String browserSecret, String typed) {
        CodeCheck check =
                find(browserSecret).map(found -> challenges.check(found, typed)).orElse(CodeCheck.NOTHING_AWAITED);
        return check == CodeCheck.CHANNEL_GONE ? CodeCheck.EXPIRED : check;
    }

    /** Whose password this browser may now choose; empty before the code, and once too much time has passed. */
    public Optional<Account> proven(String browserSecret) {
        return find(browserSecret)
                .filter(this::mayChoose)
                .flatMap(found -> found.account().flatMap(accounts::find));
    }

    private boolean mayChoose(Challenge challenge) {
        return challenge.used()
                && !challenge.withdrawn()
                && clock.instant().isBefore(challenge.expiresAt().plus(TIME_TO_CHOOSE));
    }

    public Optional<PasswordStrength> judge(String browserSecret, String password, Locale language) {
        return proven(browserSecret).map(account -> passwords.judge(password, account, language));
    }

    /** Sets the new password, once. Runs on the bounded pool of passwords. Empty: done. */
    public Optional<PasswordRefusal> choose(String browserSecret, String password, Locale language) {
        Challenge challenge = find(browserSecret)
                .filter(this::mayChoose)
                .orElseThrow(() -> new IllegalStateException("no proven code stands behind this choice"));
        Account account = challenge.account().flatMap(accounts::find).orElseThrow();
        NewPassword chosen = passwords.prepare(account, password);
        if (chosen.refusal().isPresent()) {
            return chosen.refusal();
        }
        Change change = new Change(
                account.id(),
                challenge.lastSentAt(),
                ChangeKind.PASSWORD_RECOVERED,
                Template.NOTICE_PASSWORD_RECOVERED,
                Masks.of(challenge.kind(), challenge.address()),
                channel -> true,
                language,
                challenge.supportCode());
        if (!changes.make(change, () -> keep(browserSecret, account.id(), chosen))) {
            return Optional.of(PasswordRefusal.PROOF_TOO_OLD);
        }
        sessions.endOthers(account.id(), Optional.empty(), EndReason.PASSWORD_RECOVERED);
        trail.record(Trace.of(TraceKind.PASSWORD_CHANGED, "RECOVERED")
                .code(challenge.supportCode())
                .account(account.id().value())
                .detail(challenge.kind().name()));
        return Optional.empty();
    }

    /** Unless the channel that proved the person is gone since, or another tab was first. */
    private boolean keep(String browserSecret, AccountId account, NewPassword chosen) {
        Optional<Challenge> still = find(browserSecret).filter(this::mayChoose);
        still.ifPresent(challenge -> {
            passwords.set(account, chosen, Optional.of(new Recovered(challenge.kind(), challenge.address())));
            challenges.giveUp(challenge.browserDigest(), Purpose.RECOVER);
        });
        return still.isPresent();
    }

    private Optional<Challenge> find(String browserSecret) {
        return challenges.awaited(Secrets.digest(browserSecret), Purpose.RECOVER);
    }
}
