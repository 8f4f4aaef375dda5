package fr.sisamu.portail.revocation;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * When to fetch again. The ANS asks for one download a day at a spread time; a list must be renewed well before it runs
 * out; a failure is retried soon, then less often.
 */
final class FetchSchedule {

    private static final Duration SHORTEST = Duration.ofMinutes(15);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(10);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(30);

    private FetchSchedule() {}

    /** After a good fetch: within the last twelfth of the interval, or half-way to the next update if that is sooner. */
    static Instant afterSuccess(Instant now, Instant nextUpdate, Duration refresh, RandomGenerator random) {
        long spread = Math.max(1, refresh.toSeconds() / 12);
        Instant usual = now.plus(refresh).minusSeconds(random.nextLong(spread));
        Instant halfWay = now.plus(Duration.between(now, nextUpdate).dividedBy(2));
        Instant soonest = now.plus(SHORTEST.compareTo(refresh) < 0 ? SHORTEST : refresh);
        Instant wanted = usual.isBefore(halfWay) ? usual : halfWay;
        return wanted.isBefore(soonest) ? soonest : wanted;
    }

    /** After the n-th failure in a row: 10 s, 20 s, 40 s… then every 30 minutes. The first ones cover a restart. */
    static Instant afterFailure(Instant now, int failures) {
        Duration doubled = FIRST_RETRY.multipliedBy(1L << Math.min(10, Math.max(0, failures - 1)));
        return now.plus(doubled.compareTo(LONGEST_RETRY) < 0 ? doubled : LONGEST_RETRY);
    }
}
