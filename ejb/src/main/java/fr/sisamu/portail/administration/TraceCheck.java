package fr.sisamu.portail.administration;

import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.AuditVerification;
import fr.sisamu.portail.audit.ChainReport;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.audit.VerifyReport;
import fr.sisamu.portail.role.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * Verifies the trace, once at a time on this node, and leaves what came of it in the trace itself: that is where the page
 * reads it, on whatever node, and where nobody can take it away unseen.
 */
@ApplicationScoped
class TraceCheck {

    static final String STARTED = "STARTED";
    static final String SOUND = "SOUND";
    static final String FAILED = "FAILED";

    private static final Logger LOG = System.getLogger(TraceCheck.class.getName());

    @Inject
    AuditVerification verification;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    private final AtomicReference<RunningCheck> running = new AtomicReference<>();

    Optional<RunningCheck> running() {
        return Optional.ofNullable(running.get());
    }

    /** Takes the one place there is; false if it is taken. Whoever gets it must {@link #run}, or {@link #giveUp}. */
    boolean begin() {
        return running.compareAndSet(null, new RunningCheck(clock.instant(), 0, 0));
    }

    void giveUp() {
        running.set(null);
    }

    /** The whole verification, which takes some seconds for a million rows. */
    void run(Actor actor) {
        SupportCode code = SupportCode.random();
        try {
            record(actor, code, STARTED, "the trace is being verified");
            VerifyReport report =
                    verification.verify((read, about) -> running.updateAndGet(check -> check.at(read, about)));
            record(actor, code, outcome(report), detail(report));
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "the trace could not be verified, support code " + code, e);
            record(actor, code, FAILED, String.valueOf(e));
        } finally {
            giveUp();
        }
    }

    private void record(Actor actor, SupportCode code, String outcome, String detail) {
        trail.record(actor.sign(
                Trace.of(TraceKind.TRACE_VERIFIED, outcome).code(code).detail(detail)));
    }

    /** {@link #SOUND}, or what somebody has done to the first bad row. */
    private static String outcome(VerifyReport report) {
        return report.firstFault().map(fault -> fault.kind().name()).orElse(SOUND);
    }

    private static String detail(VerifyReport report) {
        return report.chains().stream().map(TraceCheck::line).collect(Collectors.joining("; "));
    }

    private static String line(ChainReport chain) {
        String name = chain.node().isEmpty() ? "before the chain" : chain.node();
        return name + ": " + chain.rows() + " rows"
                + chain.fault().map(fault -> ", " + fault).orElse("");
    }
}
