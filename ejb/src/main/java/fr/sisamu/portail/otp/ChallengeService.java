package fr.sisamu.portail.otp;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.message.ChannelKind;
import fr.sisamu.portail.message.NewMessage;
import fr.sisamu.portail.message.Outbox;
import fr.sisamu.portail.secret.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/** Asks for a code and compares the answer: once, in time, for one purpose, and only from the browser that was asked. */
@ApplicationScoped
@Transactional
class ChallengeService {

    @Inject
    ChallengeStore store;

    @Inject
    CodeAllowance allowance;

    @Inject
    OneTimeCodes codes;

    @Inject
    Outbox outbox;

    @Inject
    AuditTrail trail;

    @Inject
    Event<CodeJudged> judged;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperties
    OtpSettings settings;

    /**
     * Whom to ask, by what road, and for what.
     *
     * @param unit whose bound a message to a new address counts in; empty for a message to a channel of the account
     */
    record Question(
            String browserDigest,
            Optional<AccountId> account,
            Purpose purpose,
            ChannelKind kind,
            String address,
            Locale language,
            SupportCode supportCode,
            Optional<Long> unit) {

        Question(
                String browserDigest,
                Optional<AccountId> account,
                Purpose purpose,
                ChannelKind kind,
                String address,
                Locale language,
                SupportCode supportCode) {
            this(browserDigest, account, purpose, kind, address, language, supportCode, Optional.empty());
        }
    }

    /**
     * Gives up what this browser was asked for before, and asks anew; challenge and message commit together.
     *
     * @return empty if a bound is reached ({@link CodeAllowance}), or the address was the account's channel a moment ago
     */
    Optional<Challenge> ask(Question question) {
        if (question.account().isPresent()
                && !allowance.grants(question, question.account().get())) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        store.close(question.browserDigest(), question.purpose(), now);
        Challenge challenge = new Challenge(
                Secrets.random(),
                question.browserDigest(),
                question.account(),
                question.purpose(),
                question.kind(),
                question.address(),
                OneTimeCodes.letter(),
                question.supportCode(),
                now.plus(settings.lifetime),
                now,
                1,
                settings.tries,
                false,
                true,
                false);
        store.add(challenge);
        send(challenge, question.language());
        return Optional.of(challenge);
    }

    /**
     * Makes a decoy the challenge of this account, and sends its code; the two commit together.
     *
     * @return false if this address has had its codes of the day, is no longer the account's, or the decoy's time is over
     */
    boolean address(Challenge decoy, AccountId account, String address, Locale language) {
        Challenge addressed = decoy.to(account, address);
        Question question = new Question(
                decoy.browserDigest(),
                addressed.account(),
                decoy.purpose(),
                decoy.kind(),
                address,
                language,
                decoy.supportCode());
        boolean done = allowance.grants(question, account) && store.address(addressed, clock.instant());
        if (done) {
            send(addressed, language);
        }
        return done;
    }

    /** « Renvoyer » to a channel of the account. */
    boolean sendAgain(Challenge challenge, Locale language) {
        return sendAgain(challenge, language, Optional.empty());
    }

    /**
     * « Renvoyer »: the same code, not before the pause is over; false if it is not time, or no longer, or a bound is reached.
     *
     * @param unit as in {@link Question}
     */
    boolean sendAgain(Challenge challenge, Locale language, Optional<Long> unit) {
        Optional<AccountId> account = challenge.account();
        if (account.isPresent() && !allowance.take(challenge.purpose(), account.get(), unit)) {
            return false;
        }
        boolean allowed =
                store.sendAgain(challenge.id(), clock.instant(), settings.resendAfter, settings.sendsPerChallenge);
        if (allowed) {
            send(challenge, language);
        } else if (account.isPresent()) {
            allowance.giveBack(challenge.purpose(), account.get(), unit);
        }
        return allowed;
    }

    private void send(Challenge challenge, Locale language) {
        challenge
                .account()
                .ifPresent(account -> outbox.post(new NewMessage(
                        account,
                        challenge.kind(),
                        challenge.address(),
                        challenge.purpose().template(),
                        language,
                        Optional.of(challenge.id()),
                        challenge.letter(),
                        "",
                        Optional.empty(),
                        challenge.supportCode(),
                        Duration.between(clock.instant(), challenge.expiresAt()))));
    }

    /** What this browser awaits for this purpose. */
    @Transactional(TxType.SUPPORTS)
    Optional<Challenge> awaited(String browserDigest, Purpose purpose) {
        return store.ofBrowser(browserDigest, purpose);
    }

    @Transactional(TxType.SUPPORTS)
    Optional<Challenge> find(String id) {
        return store.find(id);
    }

    /** The same for a page. Of a forgotten password it does not say whether anything was sent. */
    AwaitedCode view(Challenge challenge, Optional<String> masked, Optional<ChannelKind> other) {
        boolean sendable = challenge.sends() < settings.sendsPerChallenge;
        return new AwaitedCode(
                challenge.kind(),
                masked,
                challenge.letter(),
                challenge.expiresAt(),
                sendable ? Optional.of(challenge.lastSentAt().plus(settings.resendAfter)) : Optional.empty(),
                challenge.livesAt(clock.instant()),
                challenge.withdrawn(),
                challenge.purpose() == Purpose.RECOVER ? Optional.empty() : outbox.statusOf(challenge.id()),
                other);
    }

    void giveUp(String browserDigest, Purpose purpose) {
        store.close(browserDigest, purpose, clock.instant());
    }

    /** Compares an answer. Traced, whatever comes of it. Of two right answers at once, one is RIGHT. */
    @Transactional(TxType.NOT_SUPPORTED)
    CodeCheck check(Challenge challenge, String typed) {
        Optional<String> digits = OneTimeCodes.digits(typed);
        CodeCheck check = digits.isEmpty() ? CodeCheck.MALFORMED : compare(challenge, digits.get());
        if (check != CodeCheck.MALFORMED) {
            trace(challenge, check);
        }
        return check;
    }

    private CodeCheck compare(Challenge challenge, String digits) {
        Instant now = clock.instant();
        if (!store.spendTry(challenge.id(), now)) {
            return store.find(challenge.id()).map(found -> closed(found, now)).orElse(CodeCheck.NOTHING_AWAITED);
        }
        boolean matches = codes.matches(challenge.id(), digits); // also for a decoy, whose answer takes as long
        boolean right = matches && challenge.account().isPresent();
        if (!right) {
            return challenge.triesLeft() <= 1 ? CodeCheck.NO_TRIES_LEFT : CodeCheck.WRONG;
        }
        return store.use(challenge.id(), now)
                ? CodeCheck.RIGHT
                : store.find(challenge.id()).map(found -> closed(found, now)).orElse(CodeCheck.USED);
    }

    private static CodeCheck closed(Challenge challenge, Instant now) {
        if (challenge.used()) {
            return CodeCheck.USED;
        }
        if (challenge.withdrawn()) {
            return CodeCheck.CHANNEL_GONE;
        }
        if (!challenge.open()) {
            return CodeCheck.NOTHING_AWAITED;
        }
        return now.isBefore(challenge.expiresAt()) ? CodeCheck.NO_TRIES_LEFT : CodeCheck.EXPIRED;
    }

    private void trace(Challenge challenge, CodeCheck check) {
        judged.fire(new CodeJudged(challenge.purpose(), check));
        Trace trace = Trace.of(TraceKind.CODE_JUDGED, check.name())
                .code(challenge.supportCode())
                .detail(challenge.purpose() + " " + challenge.kind());
        trail.record(challenge
                .account()
                .map(account -> trace.account(account.value()))
                .orElse(trace));
    }
}
