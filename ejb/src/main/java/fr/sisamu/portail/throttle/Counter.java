package fr.sisamu.portail.throttle;

import java.time.Duration;
import java.util.function.IntFunction;

/** One thing whose tries are counted, and the delay that so many of them bring. */
record Counter(Kind kind, String scope, IntFunction<Duration> delayAfter) {

    enum Kind {
        PAIR,
        ACCOUNT,
        ADDRESS
    }
}
