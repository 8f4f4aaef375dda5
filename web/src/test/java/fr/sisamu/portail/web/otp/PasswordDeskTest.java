package fr.sisamu.portail.web.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sisamu.portail.metrics.PasswordQueue;
import fr.sisamu.portail.web.otp.PasswordDesk.Turn;
import jakarta.ejb.EJBException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A pool of one thread with room for two who wait, which a test can hold up. */
class PasswordDeskTest {

    final ThreadPoolExecutor pool = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(2));
    final PasswordDesk desk = new PasswordDesk();
    final CountDownLatch released = new CountDownLatch(1);
    final AtomicInteger done = new AtomicInteger();
    final HandSet clock = new HandSet();

    /** A clock that a test moves. */
    static final class HandSet extends Clock {

        private volatile Instant now = Instant.parse("2026-03-01T08:00:00Z");

        void advance(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    @BeforeEach
    @SuppressWarnings("UnnecessaryAssignment") // here the test is the container
    void open() {
        desk.pool = (ManagedExecutorService) Proxy.newProxyInstance(
                PasswordDeskTest.class.getClassLoader(),
                new Class<?>[] {ManagedExecutorService.class},
                (proxy, method, args) -> {
                    try {
                        return method.invoke(pool, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        desk.line = new PasswordQueue();
        desk.clock = clock;
    }

    @AfterEach
    void close() {
        released.countDown();
        pool.shutdownNow();
    }

    @Test
    void neverDoesWhatItRefusedForItTookTooLong() throws Exception {
        Future<?> others = holdUp();

        assertThat(desk.doNow(done::incrementAndGet)).isEmpty();

        letGo(others);
        assertThat(done).hasValue(0);
        assertThat(desk.waiting()).isZero();
    }

    @Test
    void neverDoesWhatItRefusedForItWasFull() throws Exception {
        Future<?> others = holdUp();
        pool.execute(() -> {});
        pool.execute(() -> {});

        assertThat(desk.doNow(done::incrementAndGet)).isEmpty();
        assertThat(desk.submit(done::incrementAndGet).refused()).isTrue();

        letGo(others);
        assertThat(done).hasValue(0);
    }

    @Test
    void makesRoomForOthersByWhatItRefuses() throws Exception {
        Future<?> others = holdUp();
        assertThat(desk.doNow(done::incrementAndGet)).isEmpty();

        assertThat(pool.getQueue().stream().filter(waiting -> !((Future<?>) waiting).isDone()))
                .isEmpty();

        letGo(others);
    }

    @Test
    void tellsWhatCameOfWorkThatWasBegunHoweverLongItTakes() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Boolean> refused = CompletableFuture.supplyAsync(() -> desk.doNow(() -> {
                    begun.countDown();
                    released.await();
                    return done.incrementAndGet();
                })
                .isEmpty());
        begun.await();
        assertThatThrownBy(() -> refused.get(3, TimeUnit.SECONDS))
                .as("longer than a page's patience")
                .isInstanceOf(TimeoutException.class);

        released.countDown();

        assertThat(refused.get(10, TimeUnit.SECONDS)).isFalse();
        assertThat(done).hasValue(1);
    }

    @Test
    void tellsAFaultAndNoRefusalWhereTheWorkFailed() {
        assertThatThrownBy(() -> desk.doNow(() -> {
                    throw new IllegalStateException("the database is lost");
                }))
                .isInstanceOf(EJBException.class)
                .hasRootCauseMessage("the database is lost");
    }

    @Test
    void keepsALoginForTheBrowserThatAsksForIt() throws Exception {
        Future<?> others = holdUp();
        String ticket = desk.submit(done::incrementAndGet).ticket().orElseThrow();
        clock.advance(Duration.ofSeconds(15));
        assertThat(desk.look(ticket).ticket()).contains(ticket);
        clock.advance(Duration.ofSeconds(15));

        letGo(others);

        assertThat(desk.<Integer>look(ticket).result()).contains(1);
    }

    @Test
    void beginsNoLoginThatNobodyAsksForAnyMore() throws Exception {
        Future<?> others = holdUp();
        String ticket = desk.submit(done::incrementAndGet).ticket().orElseThrow();
        clock.advance(Duration.ofSeconds(21));

        letGo(others);

        Turn<Integer> late = desk.look(ticket);
        assertThat(late.refused()).as("who comes back is told").isTrue();
        assertThat(done).hasValue(0);
        assertThat(desk.waiting()).isZero();
    }

    @Test
    void forgetsNoTicketWhoseWorkMightStillBeDone() throws Exception {
        Future<?> others = holdUp();
        String ticket = desk.submit(done::incrementAndGet).ticket().orElseThrow();
        clock.advance(Duration.ofMinutes(3));
        desk.submit(() -> "somebody else’s");
        assertThat(desk.look(ticket)).isEqualTo(new Turn<>(Optional.empty(), Optional.empty(), false));

        letGo(others);

        assertThat(done).hasValue(0);
    }

    @Test
    void beginsNothingThatWasGivenUp() throws Exception {
        Future<?> others = holdUp();
        String ticket = desk.submit(done::incrementAndGet).ticket().orElseThrow();

        desk.giveUp(ticket);

        letGo(others);
        assertThat(done).hasValue(0);
        assertThat(desk.look(ticket).refused()).isFalse();
    }

    private Future<?> holdUp() {
        return pool.submit(() -> {
            released.await();
            return null;
        });
    }

    /** Until whatever the pool still had to do is done. */
    private void letGo(Future<?> others) throws Exception {
        released.countDown();
        others.get(10, TimeUnit.SECONDS);
        pool.shutdown();
        assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }
}
