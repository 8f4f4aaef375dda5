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
    private static final int LONGEST_RETRY_MINUTES = 30;

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

    /** After the n-th failure in a row: 1, 2, 4, 8, 16, then every 30 minutes. */
    static Instant afterFailure(Instant now, int failures) {
        int minutes = failures > 5 ? LONGEST_RETRY_MINUTES : 1 << Math.max(0, failures - 1);
        return now.plus(Duration.ofMinutes(minutes));
    }
}
