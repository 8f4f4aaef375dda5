package fr.sisamu.portail.prosanteconnect;

import fr.sisamu.portail.account.NationalIdentifier;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.prosanteconnect.PushStore.Push;
import fr.sisamu.portail.secret.Secrets;
import fr.sisamu.portail.throttle.Attempt;
import fr.sisamu.portail.throttle.ThrottleService;
import fr.sisamu.portail.throttle.Tried;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/**
 * The e-CPS asked directly (OpenID Connect CIBA Core 1.0, poll mode): the agent types an identifier, page and e-CPS show
 * the same two digits, the page waits. Off unless {@code portail.prosanteconnect.ciba} says otherwise.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CibaService {

    /** CIBA Core §11: at least five seconds more after slow_down. */
    private static final int SLOWER = 5;

    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    IdentityProvider provider;

    @Inject
    HolderJudgement judgement;

    @Inject
    ThrottleService throttle;

    @Inject
    ProviderStates states;

    @Inject
    PushStore store;

    @Inject
    Pushes pushes;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperties
    ProSanteConnectSettings settings;

    public boolean enabled() {
        return settings.clientId.isPresent() && settings.ciba;
    }

    /**
     * Asks the e-CPS of this holder; what this browser waited for before counts no more. Requests that nobody approves slow
     * down the next ones like wrong passwords, so that no telephone rings all night.
     *
     * @param typed an RPPS (11 digits) or a whole national identifier, as typed
     * @param browserSecret the cookie's value, if this browser has one already
     * @param origin the address of the peer, for the trace and against floods
     */
    public CibaStart start(String typed, Optional<String> browserSecret, String origin) {
        Optional<NationalIdentifier> identifier = PscIdentifier.typed(typed);
        if (identifier.isEmpty()) {
            return new CibaStart.Malformed();
        }
        SupportCode code = SupportCode.random();
        if (!enabled()) {
            return refused(PscRefusal.PROVIDER_ERROR, "CIBA is off (portail.prosanteconnect.ciba)", code, origin);
        }
        Optional<Instant> until = throttle.admit(attempt(identifier.get(), origin));
        if (until.isPresent()) {
            return refused(PscRefusal.TOO_MANY, "e-CPS asked too often, next at " + until.get(), code, origin);
        }
        String digits = String.format(Locale.ROOT, "%02d", RANDOM.nextInt(100));
        try {
            CibaAnswer answer = provider.ask(identifier.get().value(), digits, settings.level());
            states.answered();
            return answer instanceof CibaAnswer.Asked asked
                    ? pushes.begin(asked, identifier.get(), digits, Attempts.browserSecret(browserSecret), code)
                    : refused(answer, code, origin);
        } catch (ProviderUnavailableException e) {
            states.failed(e);
            return refused(PscRefusal.UNREACHABLE, e.getMessage(), code, origin);
        }
    }

    private CibaStart refused(CibaAnswer answer, SupportCode code, String origin) {
        Proof.Nothing nothing =
                answer instanceof CibaAnswer.Judged judged && judged.proof() instanceof Proof.Nothing why
                        ? why
                        : new Proof.Nothing(PscRefusal.PROVIDER_ERROR, "the e-CPS was not asked");
        return refused(nothing.reason(), nothing.cause(), code, origin);
    }

    private CibaStart refused(PscRefusal reason, String cause, SupportCode code, String origin) {
        judgement.refuse(reason, cause, code, origin);
        return new CibaStart.Refused(reason, code);
    }

    /**
     * How far this browser's request has come; asks the provider at most once per interval, however often it is called. Of
     * two tabs one alone is told the end; the other waits for nothing any more.
     */
    public CibaProgress progress(String browserSecret, String origin) {
        Optional<Push> awaited = store.awaited(Secrets.digest(browserSecret));
        if (awaited.isEmpty()) {
            return new CibaProgress.Nothing();
        }
        Push push = awaited.get();
        Instant now = clock.instant();
        if (!now.isBefore(push.expires())) {
            return over(push, origin, new Proof.Nothing(PscRefusal.NOT_ANSWERED, "no answer of the e-CPS in time"));
        }
        if (!store.turn(push.id(), now, now.plusSeconds(push.pollSeconds()))) {
            return waiting(push);
        }
        return poll(push, origin);
    }

    private CibaProgress poll(Push push, String origin) {
        try {
            CibaAnswer answer = provider.poll(pushes.requested(push).requestId(), settings.level());
            states.answered();
            if (answer instanceof CibaAnswer.Judged judged) {
                return over(push, origin, judged.proof());
            }
            if (answer instanceof CibaAnswer.Pending pending && pending.slower()) {
                store.slower(push.id(), SLOWER);
            }
        } catch (ProviderUnavailableException e) {
            states.failed(e); // it may be back before the request ends
        }
        return waiting(push);
    }

    private static CibaProgress waiting(Push push) {
        return new CibaProgress.Waiting(push.digits(), push.expires());
    }

    private CibaProgress over(Push push, String origin, Proof proof) {
        if (!store.end(push.id(), clock.instant())) {
            return new CibaProgress.Nothing();
        }
        NationalIdentifier asked = pushes.requested(push).identifier();
        Arrival arrival = judgement.judge(ofTheOneAsked(asked, proof), push.supportCode(), origin);
        if (arrival instanceof Arrival.Proven proven) {
            throttle.succeeded(attempt(asked, origin));
            return new CibaProgress.Over(proven.justNow());
        }
        return new CibaProgress.Over(arrival);
    }

    /** Whoever approves must be whom the page asked for. */
    private static Proof ofTheOneAsked(NationalIdentifier asked, Proof proof) {
        return proof instanceof Proof.Holder holder && !holder.identifiers().contains(asked)
                ? new Proof.Nothing(PscRefusal.UNTRUSTED_ANSWER, "the e-CPS of another holder than asked answers")
                : proof;
    }

    private static Attempt attempt(NationalIdentifier identifier, String origin) {
        return new Attempt(Tried.ECPS, identifier.value(), origin, Optional.empty());
    }

    /** « Annuler »: an answer of the e-CPS counts no more. */
    public void giveUp(String browserSecret) {
        store.endAll(Secrets.digest(browserSecret), clock.instant());
    }
}
