package fr.sisamu.portail.prosanteconnect;

import fr.sisamu.portail.account.NationalIdentifier;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.prosanteconnect.PushStore.Push;
import fr.sisamu.portail.secret.Seal;
import fr.sisamu.portail.secret.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Keeps requests to e-CPS under way, so that a restart changes nothing; who was asked, and as what, is sealed. */
@ApplicationScoped
class Pushes {

    private static final String PURPOSE = "psc-push";

    @Inject
    PushStore store;

    @Inject
    Seal seal;

    @Inject
    Clock clock;

    /** Whom the page asked for, and the provider's name for the request. */
    record Requested(NationalIdentifier identifier, String requestId) {

        @Override
        public String toString() {
            return "Requested[…]";
        }
    }

    /** What this browser waited for before counts no more. */
    CibaStart.Asked begin(
            CibaAnswer.Asked asked,
            NationalIdentifier identifier,
            String digits,
            String browserSecret,
            SupportCode code) {
        Instant now = clock.instant();
        String id = Secrets.random();
        String browser = Secrets.digest(browserSecret);
        Instant expires = now.plus(asked.lifetime());
        String request = seal.close(PURPOSE, id, identifier.value() + " " + asked.requestId());
        store.endAll(browser, now);
        store.add(
                new Push(id, request, digits, code, expires, (int)
                        asked.interval().toSeconds()),
                browser,
                now.plus(asked.interval()));
        return new CibaStart.Asked(browserSecret, digits, expires);
    }

    Requested requested(Push push) {
        String[] parts = seal.open(PURPOSE, push.id(), push.sealedRequest())
                .orElseThrow(() -> new IllegalStateException("the server's key has changed since the e-CPS was asked"))
                .split(" ", 2);
        return new Requested(new NationalIdentifier(parts[0]), parts[1]);
    }
}
