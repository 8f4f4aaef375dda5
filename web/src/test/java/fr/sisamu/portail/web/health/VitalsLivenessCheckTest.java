package fr.sisamu.portail.web.health;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.schema.SchemaState;
import fr.sisamu.portail.web.security.OutOfMemory;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VitalsLivenessCheckTest {

    final AtomicLong passed = new AtomicLong();
    final Vitals vitals = new Vitals();
    final VitalsLivenessCheck check = new VitalsLivenessCheck();
    Duration nobodyMigratesFor = Duration.ZERO;
    boolean spoilt;

    @BeforeEach
    @SuppressWarnings("UnnecessaryAssignment") // here the test is the container
    void inject() {
        vitals.nanos = () -> System.nanoTime() + passed.get();
        vitals.memory = new OutOfMemory();
        check.vitals = vitals;
        check.memory = vitals.memory;
        check.schema = new SchemaState() {
            @Override
            public Duration idle() {
                return nobodyMigratesFor;
            }

            @Override
            public boolean spoilt() {
                return spoilt;
            }
        };
    }

    @Test
    void livesWhileItsClocksBeat() {
        pass(Duration.ofHours(1));
        vitals.beat();
        vitals.beatOfTimers();

        assertThat(check.alive()).isTrue();
    }

    @Test
    void isDeadWhenItsTimersStandStill() {
        pass(Duration.ofSeconds(95));
        vitals.beat();

        assertThat(check.alive()).isFalse();
        vitals.beatOfTimers();
        assertThat(check.alive()).isTrue();
    }

    @Test
    void isDeadWhenItsExecutorStandsStill() {
        pass(Duration.ofSeconds(95));
        vitals.beatOfTimers();

        assertThat(check.alive()).isFalse();
    }

    @Test
    void livesThroughAMinuteOfSilence() {
        pass(Duration.ofSeconds(60));

        assertThat(check.alive()).isTrue();
    }

    @Test
    void isDeadWhenNobodyGoesOnWithTheMigrations() {
        nobodyMigratesFor = Duration.ofSeconds(95);

        assertThat(check.alive()).isFalse();
    }

    @Test
    void isDeadWhenTheTablesAnswerAndCannotBeUsed() {
        spoilt = true;

        assertThat(check.alive()).isFalse();
    }

    @Test
    void isDeadOnceItsMemoryRanOut() {
        vitals.memory.seen();

        assertThat(check.alive()).isFalse();
    }

    @Test
    void isDeadWhileThreadsWaitForEachOther() throws InterruptedException {
        ReentrantLock one = new ReentrantLock();
        ReentrantLock other = new ReentrantLock();
        CountDownLatch bothHold = new CountDownLatch(2);
        Thread first = new Thread(() -> takeBoth(one, other, bothHold));
        Thread second = new Thread(() -> takeBoth(other, one, bothHold));
        first.start();
        second.start();
        try {
            while (!one.hasQueuedThread(second) || !other.hasQueuedThread(first)) {
                Thread.onSpinWait();
            }
            vitals.beat();

            assertThat(check.alive()).isFalse();
            assertThat(vitals.deadlocked()).isEqualTo(2);
        } finally {
            first.interrupt();
            second.interrupt();
            first.join();
            second.join();
        }
        vitals.beat();

        assertThat(check.alive()).isTrue();
    }

    private static void takeBoth(ReentrantLock mine, ReentrantLock yours, CountDownLatch bothHold) {
        mine.lock();
        try {
            bothHold.countDown();
            bothHold.await();
            yours.lockInterruptibly();
            yours.unlock();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            mine.unlock();
        }
    }

    private void pass(Duration time) {
        passed.addAndGet(time.toNanos());
    }
}
