package fr.sisamu.portail.throttle;

import java.time.Duration;
import java.util.function.IntFunction;

/**
 * One thing whose tries are counted, and the delay that so many of them bring.
 *
 * @param owner a digest of the agent it is of; null for a place, and for what no agent tries
 */
record Counter(Kind kind, String scope, String owner, IntFunction<Duration> delayAfter) {

    enum Kind {
        PAIR,
        ACCOUNT,
        ADDRESS
    }
}
