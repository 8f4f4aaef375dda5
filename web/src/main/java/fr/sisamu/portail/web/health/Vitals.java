package fr.sisamu.portail.web.health;

import fr.sisamu.portail.web.security.OutOfMemory;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Whether this process still lives: the beats of its two clocks, that of the timers and that of the scheduled executor, for
 * whatever the portal does by itself hangs on them; and threads that wait for each other for ever. None of it asks anybody
 * outside, so that no lost database and no silent partner ever has the portal restarted.
 *
 * <p>Time is taken by {@link System#nanoTime}: when somebody sets the clock, nobody has died.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Vitals {

    private static final long SECONDS_PER_BEAT = 5;

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    OutOfMemory memory;

    /** For tests to let time pass. */
    LongSupplier nanos = System::nanoTime;

    private volatile long timersBeat = nanos.getAsLong();
    private volatile long executorBeat = nanos.getAsLong();
    private volatile int deadlocked;
    private ScheduledFuture<?> beats;

    @PostConstruct
    void start() {
        beats = executor.scheduleWithFixedDelay(this::beat, 0, SECONDS_PER_BEAT, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        beats.cancel(false);
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void beatOfTimers() {
        timersBeat = nanos.getAsLong();
    }

    void beat() {
        try {
            long[] waiting = ManagementFactory.getThreadMXBean().findDeadlockedThreads();
            deadlocked = waiting == null ? 0 : waiting.length;
        } catch (OutOfMemoryError full) {
            memory.seen();
        }
        executorBeat = nanos.getAsLong();
    }

    /** Since the timers last did anything. */
    public Duration timersSilent() {
        return since(timersBeat);
    }

    /** Since the scheduled executor last did anything. */
    public Duration executorSilent() {
        return since(executorBeat);
    }

    /** How many threads wait for each other, and will do so for ever. */
    public int deadlocked() {
        return deadlocked;
    }

    private Duration since(long beat) {
        return Duration.ofNanos(nanos.getAsLong() - beat);
    }
}
