package fr.sisamu.portail.throttle;

import fr.sisamu.portail.secret.Secrets;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/**
 * Counts tries and says how long to wait before the next one. A try is counted when it is let through and forgiven when
 * it succeeds, so that a thousand tries at once get no more answers than a thousand in a row.
 *
 * <p>Three counters for each thing {@linkplain Tried tried}: the account at one place (delay doubling from the free tries
 * on), the account anywhere (CNIL, délibération 2022-100: ten failures; not felt at a post where the account has worked
 * before, so that no stranger shuts a colleague out), and the place, unless it is a declared site. Nothing here is a lock:
 * each delay ends by itself.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ThrottleService {

    @Inject
    ThrottleStore store;

    @Inject
    @ConfigProperties
    ThrottleSettings settings;

    @Inject
    Clock clock;

    private Sites sites;

    @PostConstruct
    void readSites() {
        sites = new Sites(settings.sites.orElse(""));
    }

    /**
     * Lets a try through and counts it, or says until when to wait.
     *
     * @return empty if the try may go on; else the instant from which another one may
     */
    public Optional<Instant> admit(Attempt attempt) {
        Instant now = clock.instant();
        Instant forgotten = now.minus(settings.memory);
        for (Counter counter : counters(attempt)) {
            Optional<Instant> until = store.count(counter, now, forgotten);
            if (until.isPresent()) {
                return until;
            }
        }
        return Optional.empty();
    }

    /** The try was right: its place and its account start afresh; what else came from that address stays counted. */
    public void succeeded(Attempt attempt) {
        counters(attempt).stream()
                .filter(counter -> counter.kind() != Counter.Kind.ADDRESS)
                .forEach(counter -> store.forgive(counter.scope()));
        counters(attempt).stream()
                .filter(counter -> counter.kind() == Counter.Kind.ADDRESS)
                .forEach(counter -> store.uncount(counter.scope()));
    }

    /**
     * Lifts every delay of this agent, whatever was tried and wherever from; what came from an address stays counted there. It
     * judges nobody's right: people come through the package supervision.
     *
     * @param loginName the identifier as normalised
     * @return whether anything was counted
     */
    public boolean unblock(String loginName) {
        return store.forgiveOwner(owner(loginName)) > 0;
    }

    private static String owner(String loginName) {
        return Secrets.digest("owner|" + loginName);
    }

    private List<Counter> counters(Attempt attempt) {
        String place = attempt.familiarPost().orElse(attempt.address());
        String name = attempt.tried() + "|" + attempt.name();
        String owner = attempt.tried().ofAgent() ? owner(attempt.name()) : null;
        List<Counter> counters = new ArrayList<>();
        counters.add(new Counter(
                Counter.Kind.PAIR,
                scope("pair", name + "|" + place),
                owner,
                failures -> doubling(failures - settings.freeTries)));
        if (attempt.familiarPost().isEmpty()) {
            counters.add(new Counter(
                    Counter.Kind.ACCOUNT,
                    scope("account", name),
                    owner,
                    failures -> failures < settings.accountTries ? Duration.ZERO : settings.accountDelay));
        }
        if (!sites.contain(attempt.address())) {
            counters.add(new Counter(
                    Counter.Kind.ADDRESS,
                    scope("address", attempt.tried() + "|" + attempt.address()),
                    null,
                    failures -> failures < settings.addressTries ? Duration.ZERO : settings.addressDelay));
        }
        return counters;
    }

    /** 1, 2, 4… seconds once the free tries are spent. */
    private Duration doubling(int beyond) {
        if (beyond < 0) {
            return Duration.ZERO;
        }
        Duration delay = Duration.ofSeconds(1L << Math.min(beyond, 20));
        return delay.compareTo(settings.longestDelay) < 0 ? delay : settings.longestDelay;
    }

    private static String scope(String kind, String what) {
        return kind.substring(0, 2) + ":" + Secrets.digest(kind + "|" + what);
    }

    @Schedule(hour = "*", minute = "7", persistent = false)
    void forgetOld() {
        store.forgetBefore(clock.instant().minus(settings.memory));
    }
}
