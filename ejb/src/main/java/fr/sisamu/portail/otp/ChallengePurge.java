package fr.sisamu.portail.otp;

import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/** Forgets what counts no more: the trace keeps what happened, and addresses are personal data. */
@Stateless
public class ChallengePurge {

    private static final Duration KEPT = Duration.ofDays(2);

    @Inject
    ChallengeStore challenges;

    @Inject
    QuotaStore quotas;

    @Inject
    UndoStore undos;

    @Inject
    @ConfigProperties
    OtpSettings settings;

    @Inject
    Clock clock;

    @Schedule(hour = "4", minute = "40", persistent = false)
    void forgetOld() {
        challenges.forgetBefore(clock.instant().minus(KEPT));
        quotas.forgetBefore(clock.instant());
        undos.forgetBefore(
                clock.instant().minus(settings.undo)); // an undoing keeps others from happening for as long again
    }
}
