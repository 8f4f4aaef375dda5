package fr.sisamu.portail.credential;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/** Hashes passwords with the parameters of the settings, and knows what one hash costs here. */
@ApplicationScoped
public class PasswordHasher {

    private static final Logger LOG = System.getLogger(PasswordHasher.class.getName());

    /** Twice what Java's compiler takes to make up its mind: the second half costs what hashes will cost. */
    private static final int WARM_UP = 10;

    @Inject
    @ConfigProperties
    PasswordSettings settings;

    private Argon2 argon2;
    private String decoy;
    private volatile Optional<Double> cost = Optional.empty();

    @PostConstruct
    void prepare() {
        argon2 = withSettings();
        decoy = withSettings().hash("nobody");
    }

    /** One of its own for what is hashed but once, so that its memory goes with it. */
    private Argon2 withSettings() {
        return new Argon2(settings.memoryKib, settings.iterations, settings.parallelism);
    }

    String hash(String password) {
        return argon2.hash(password);
    }

    boolean verify(String password, String stored) {
        return argon2.verify(password, stored);
    }

    /** Costs as much as a verification and is never right: what an account that does not exist gets. */
    boolean verifyNobody(String password) {
        return argon2.verify(password, decoy) && password.isEmpty();
    }

    boolean isOutdated(String stored) {
        return argon2.isOutdated(stored);
    }

    /** Processor time of one hash in milliseconds, measured at start; empty until then. */
    public Optional<Double> costMillis() {
        return cost;
    }

    /**
     * Hashes until it runs at full speed, measures, and prints the cost, so that whoever changes a setting sees it. The
     * memory that it takes is not kept: where everybody comes in by card, nobody needs it.
     */
    void warmUp() {
        Argon2 passing = withSettings();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = 0;
        for (int i = 0; i < WARM_UP; i++) {
            if (i == WARM_UP / 2) {
                before = threads.getCurrentThreadCpuTime();
            }
            passing.hash("warm-up");
        }
        double millis = (threads.getCurrentThreadCpuTime() - before) / 1e6 / (WARM_UP - WARM_UP / 2);
        cost = Optional.of(millis);
        LOG.log(
                Level.INFO,
                "a password costs {0} ms of processor (Argon2id, m={1} KiB, t={2}, p={3})",
                Math.round(millis),
                Integer.toString(settings.memoryKib),
                settings.iterations,
                settings.parallelism);
    }
}
