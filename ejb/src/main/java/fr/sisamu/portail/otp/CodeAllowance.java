package fr.sisamu.portail.otp;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.otp.ChallengeService.Question;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/** Whether a code may leave: for a channel that is the account's, and no more of them than a day has. */
@ApplicationScoped
class CodeAllowance {

    private static final Duration DAY = Duration.ofHours(24);

    @Inject
    ChallengeStore challenges;

    @Inject
    ChannelStore channels;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperties
    OtpSettings settings;

    /** Holds the channel until the caller's transaction ends, so that none of this changes before the challenge stands. */
    @Transactional(TxType.MANDATORY)
    boolean grants(Question question, AccountId account) {
        Optional<OtpChannel> channel = channels.hold(account, question.kind());
        boolean reachable = question.purpose() == Purpose.CONFIRM_CHANNEL
                || channel.filter(held -> held.address().equals(question.address()))
                        .isPresent();
        return reachable && !isSpent(question.address(), question.purpose());
    }

    private boolean isSpent(String address, Purpose purpose) {
        int most = purpose == Purpose.RECOVER ? settings.recoveriesPerDay : settings.codesPerDay;
        return challenges.sentSince(address, purpose, clock.instant().minus(DAY)) >= most;
    }
}
