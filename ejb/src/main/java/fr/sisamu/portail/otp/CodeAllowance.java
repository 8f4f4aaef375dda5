package fr.sisamu.portail.otp;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.otp.ChallengeService.Question;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/**
 * Whether a code may leave: for a channel that is the account's, and within bounds that the database keeps, however many ask
 * at once and on whichever node. What counts where:
 *
 * <ul>
 *   <li>A code to log in: so many a day for its address, and nothing else. No test and no forgotten password of anybody counts
 *       against it, so that nobody shuts a colleague out.
 *   <li>A code that tests a new address, each time it is sent: so many a day for the address, so many an hour and a day for the
 *       agent, so many a day for the unit, and in all. New addresses are what an intruder would send messages to.
 *   <li>A code for a forgotten password: so many a day for its address, and in all, for anybody may ask for one.
 * </ul>
 *
 * The bounds but those of an address count by hours and days of the clock (UTC).
 */
@ApplicationScoped
class CodeAllowance {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofHours(24);

    @Inject
    ChallengeStore challenges;

    @Inject
    ChannelStore channels;

    @Inject
    QuotaStore quotas;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperties
    OtpSettings settings;

    /** A bound that is reached, and from when on another message may leave. */
    record Spent(ChannelRefusal reason, Instant again) {}

    /** So many messages in one window of time. */
    private record Bound(ChannelRefusal reason, String scope, int most, Instant ends) {}

    /** Holds the channel until the caller's transaction ends, so that none of this changes before the challenge stands. */
    @Transactional(TxType.MANDATORY)
    boolean grants(Question question, AccountId account) {
        Optional<OtpChannel> channel = channels.hold(account, question.kind());
        boolean reachable = question.purpose() == Purpose.CONFIRM_CHANNEL
                || channel.filter(held -> held.address().equals(question.address()))
                        .isPresent();
        if (!reachable || !take(question.purpose(), account, question.unit())) {
            return false;
        }
        if (isSpent(question.address(), question.purpose())) { // after the take, which lets one test pass at a time
            giveBack(question.purpose(), account, question.unit());
            return false;
        }
        return true;
    }

    /** Counts one more message in every bound of this purpose; none where one of them is reached. */
    @Transactional(TxType.MANDATORY)
    boolean take(Purpose purpose, AccountId account, Optional<Long> unit) {
        List<Bound> taken = new ArrayList<>();
        for (Bound bound : bounds(purpose, account, unit)) {
            if (!quotas.take(bound.scope(), bound.most(), bound.ends())) {
                taken.forEach(before -> quotas.giveBack(before.scope()));
                return false;
            }
            taken.add(bound);
        }
        return true;
    }

    /** What was taken did not leave. */
    @Transactional(TxType.MANDATORY)
    void giveBack(Purpose purpose, AccountId account, Optional<Long> unit) {
        bounds(purpose, account, unit).forEach(bound -> quotas.giveBack(bound.scope()));
    }

    /** What stands in the way of this message; the bound that lasts longest. For words alone: {@link #grants} decides. */
    @Transactional(TxType.SUPPORTS)
    Optional<Spent> spent(Question question, AccountId account) {
        Optional<Spent> bound = bounds(question.purpose(), account, question.unit()).stream()
                .filter(each -> quotas.isSpent(each.scope(), each.most()))
                .findFirst()
                .map(each -> new Spent(each.reason(), each.ends()));
        return bound.isPresent() || !isSpent(question.address(), question.purpose())
                ? bound
                : Optional.of(new Spent(
                        ChannelRefusal.TOO_MANY_CODES,
                        challenges
                                .firstSince(question.address(), question.purpose(), dayAgo())
                                .plus(DAY)));
    }

    /** From when on a code for a forgotten password may leave again, whoever asks; empty if it may now. */
    @Transactional(TxType.SUPPORTS)
    Optional<Instant> recoveriesAgain() {
        Bound all = recoveries();
        return quotas.isSpent(all.scope(), all.most()) ? Optional.of(all.ends()) : Optional.empty();
    }

    /** Widest first: its row is the first lock that any test takes. */
    private List<Bound> bounds(Purpose purpose, AccountId account, Optional<Long> unit) {
        return switch (purpose) {
            case LOGIN -> List.of();
            case RECOVER -> List.of(recoveries());
            case CONFIRM_CHANNEL -> tests(account, unit);
        };
    }

    private Bound recoveries() {
        return bound(ChannelRefusal.TOO_MANY_IN_ALL, "recoveries", settings.recoveriesInAll, DAY);
    }

    private List<Bound> tests(AccountId account, Optional<Long> unit) {
        List<Bound> bounds = new ArrayList<>();
        bounds.add(bound(ChannelRefusal.TOO_MANY_IN_ALL, "tests", settings.testsInAll, DAY));
        unit.ifPresent(id ->
                bounds.add(bound(ChannelRefusal.TOO_MANY_OF_UNIT, "tests|unit " + id, settings.testsPerUnit, DAY)));
        String agent = "tests|agent " + account.value();
        bounds.add(bound(ChannelRefusal.TOO_MANY_TESTS, agent, settings.testsPerDay, DAY));
        bounds.add(bound(ChannelRefusal.TOO_MANY_TESTS, agent, settings.testsPerHour, HOUR));
        return bounds;
    }

    /** A bound that begins anew with each hour or day of the clock. */
    private Bound bound(ChannelRefusal reason, String what, int most, Duration window) {
        long number = clock.instant().getEpochSecond() / window.toSeconds();
        Instant ends = Instant.ofEpochSecond((number + 1) * window.toSeconds());
        return new Bound(reason, what + "|" + window + "|" + number, most, ends);
    }

    private boolean isSpent(String address, Purpose purpose) {
        int most = purpose == Purpose.RECOVER ? settings.recoveriesPerDay : settings.codesPerDay;
        return challenges.sentSince(address, purpose, dayAgo()) >= most;
    }

    private Instant dayAgo() {
        return clock.instant().minus(DAY);
    }
}
