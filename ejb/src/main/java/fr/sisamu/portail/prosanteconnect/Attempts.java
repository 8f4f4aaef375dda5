package fr.sisamu.portail.prosanteconnect;

import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.prosanteconnect.AttemptStore.Kept;
import fr.sisamu.portail.secret.Secrets;
import fr.sisamu.portail.secret.ServerKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/**
 * Attempts under way, one for each click. The row keeps digests alone: nonce and verifier are cut from the state and the
 * server's key, so that whoever reads the database can finish nobody's login.
 */
@ApplicationScoped
class Attempts {

    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

    @Inject
    AttemptStore store;

    @Inject
    ServerKey key;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperties
    ProSanteConnectSettings settings;

    /**
     * An attempt that may go on, or why not. The code is the attempt's wherever there is one.
     *
     * @param freshSince as it was demanded when the attempt began
     */
    record Taken(
            SupportCode supportCode, Optional<AttemptSecrets> secrets, Optional<Instant> freshSince, String objection) {

        static Taken refused(SupportCode supportCode, String objection) {
            return new Taken(supportCode, Optional.empty(), Optional.empty(), objection);
        }
    }

    /** The secret of this browser: the one it has, if it is one, so that all its tabs go on. */
    static String browserSecret(Optional<String> cookie) {
        return cookie.filter(secret -> SECRET.matcher(secret).matches()).orElseGet(Secrets::random);
    }

    AttemptSecrets begin(String browserSecret, SupportCode code, Optional<Instant> freshSince) {
        String state = Secrets.random();
        Instant now = clock.instant();
        Kept attempt = new Kept(Secrets.digest(browserSecret), code, false, freshSince);
        store.add(Secrets.digest(state), attempt, now, now.plus(settings.attemptLifetime));
        return secrets(state);
    }

    /** Takes the attempt of this state, once, for the browser that began it. */
    Taken take(Optional<String> state, Optional<String> browserSecret) {
        if (state.isEmpty()) {
            return Taken.refused(SupportCode.random(), "no state");
        }
        String stateDigest = Secrets.digest(state.get());
        String browserDigest = Secrets.digest(browserSecret.orElse(""));
        boolean used = store.use(stateDigest, browserDigest, clock.instant());
        Optional<Kept> kept = store.find(stateDigest);
        if (used) {
            Kept row = kept.orElseThrow();
            return new Taken(row.supportCode(), Optional.of(secrets(state.get())), row.freshSince(), "");
        }
        return kept.map(row -> Taken.refused(row.supportCode(), objection(row, browserDigest)))
                .orElseGet(() -> Taken.refused(SupportCode.random(), "no such state"));
    }

    private static String objection(Kept row, String browserDigest) {
        boolean foreign = !row.browserDigest().equals(browserDigest);
        return foreign ? "from another browser" : row.used() ? "the state was used before" : "too old";
    }

    private AttemptSecrets secrets(String state) {
        return new AttemptSecrets(state, key.sign("psc-nonce", state), key.sign("psc-verifier", state));
    }
}
