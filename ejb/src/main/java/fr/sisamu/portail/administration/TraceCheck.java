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
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Verifies the trace, once at a time on all nodes together, and leaves what came of it in the trace itself: that is where
 * the page reads it, on whatever node, and where nobody can take it away unseen. How far it has come stands in a row that
 * every node can read.
 */
@ApplicationScoped
class TraceCheck {

    static final String STARTED = "STARTED";
    static final String SOUND = "SOUND";
    static final String FAILED = "FAILED";
    static final String INTERRUPTED = "INTERRUPTED";

    /** How long without a sign of life until a verification has died with its node. */
    static final Duration LEASE = Duration.ofMinutes(2);

    /** Between two signs of life. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Logger LOG = System.getLogger(TraceCheck.class.getName());

    @Inject
    AuditVerification verification;

    @Inject
    AuditTrail trail;

    @Inject
    TraceCheckStore store;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "portail.node")
    String node;

    Optional<RunningCheck> running() {
        return store.running(clock.instant().minus(LEASE));
    }

    /** Takes the one place there is; empty if it is taken. Whoever gets it must {@link #run}, or {@link #giveUp}. */
    Optional<SupportCode> begin() {
        SupportCode code = SupportCode.random();
        Instant now = clock.instant();
        boolean begun = store.begin(new RunningCheck(node, code.value(), now, 0, 0), now.minus(LEASE));
        return begun ? Optional.of(code) : Optional.empty();
    }

    /** If the database is gone the place stays taken until the lease is over. */
    void giveUp(SupportCode code) {
        try {
            store.end(code.value());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the end of a verification of the trace is not noted, support code " + code, e);
        }
    }

    /** The whole verification, which takes some seconds for a million rows. */
    void run(Actor actor, SupportCode code) {
        AtomicReference<Instant> told = new AtomicReference<>(clock.instant());
        try {
            record(actor, code, STARTED, "the trace is being verified");
            VerifyReport report = verification.verify((read, about) -> tell(code, told, read, about));
            record(actor, code, outcome(report), detail(report));
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "the trace could not be verified, support code " + code, e);
            record(actor, code, FAILED, String.valueOf(e));
        } finally {
            giveUp(code);
        }
    }

    /** What nobody can be told now costs no verdict. */
    private void tell(SupportCode code, AtomicReference<Instant> told, long read, long about) {
        Instant now = clock.instant();
        if (now.isBefore(told.get().plus(PAUSE))) {
            return;
        }
        told.set(now);
        try {
            store.touch(code.value(), read, about == 0 ? 0 : (int) Math.min(100, read * 100 / about), now);
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "how far the verification of the trace has come is not shown", e);
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
