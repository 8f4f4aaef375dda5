package fr.sisamu.portail.prosanteconnect;

import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.prosanteconnect.Attempts.Taken;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/**
 * « Se connecter via Pro Santé Connect »: to the provider's page and back (authorization code, PKCE, state and nonce), and
 * the log-out on both sides. Each statement commits by itself, so that no request holds a database connection while the
 * provider is asked.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ProSanteConnectService {

    @Inject
    @ConfigProperties
    ProSanteConnectSettings settings;

    @Inject
    IdentityProvider provider;

    @Inject
    Attempts attempts;

    @Inject
    HolderJudgement judgement;

    @Inject
    ProviderSessions sessions;

    @Inject
    ProviderStates states;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    /** Whether this portal has the login by Pro Santé Connect at all. */
    public boolean enabled() {
        return settings.clientId.isPresent();
    }

    /** How the provider stands, for the login page and for health data. Asks nobody. */
    public ProviderState state() {
        return states.now();
    }

    /**
     * Begins an attempt.
     *
     * @param browserSecret the cookie's value, if this browser has one already: another tab goes on
     * @param anew whether the person must authenticate anew: a login of this browser may still be open at the provider
     *     though none is open here, or whoever is in shall prove that it is them
     * @param origin the address of the peer, for the trace
     */
    public Departure depart(Optional<String> browserSecret, boolean anew, String origin) {
        SupportCode code = SupportCode.random();
        String secret = Attempts.browserSecret(browserSecret);
        Optional<Instant> freshSince = anew ? Optional.of(clock.instant()) : Optional.empty();
        try {
            return new Departure.To(
                    provider.authorizationAddress(
                            attempts.begin(secret, code, freshSince), new Demand(settings.level(), freshSince)),
                    secret);
        } catch (ProviderUnavailableException e) {
            states.failed(e);
            trail.record(Trace.of(TraceKind.PRO_SANTE_CONNECT, PscRefusal.UNREACHABLE.name())
                    .code(code)
                    .origin(origin)
                    .detail(e.getMessage()));
            return new Departure.Refused(PscRefusal.UNREACHABLE, code);
        }
    }

    /**
     * Judges what came back, once. Traced, whatever the answer.
     *
     * @param browserSecret the cookie's value
     * @param origin the address of the peer, for the trace
     */
    public Arrival arrive(Callback callback, Optional<String> browserSecret, String origin) {
        Taken taken = attempts.take(callback.state(), browserSecret);
        SupportCode code = taken.supportCode();
        if (taken.secrets().isEmpty()) {
            return judgement.refuse(PscRefusal.STALE_ATTEMPT, taken.objection(), code, origin);
        }
        try {
            Demand demand = new Demand(settings.level(), taken.freshSince());
            Proof proof = provider.judge(callback, taken.secrets().get(), demand);
            states.answered();
            Arrival arrival = judgement.judge(proof, code, origin);
            if (proof instanceof Proof.LeftOpen earlier) {
                return new Arrival.Refused(PscRefusal.NOT_FRESH, code, sessions.logoutAddress(earlier.idToken()));
            }
            return arrival instanceof Arrival.Proven proven
                            && taken.freshSince().isPresent()
                    ? proven.justNow()
                    : arrival;
        } catch (ProviderUnavailableException e) {
            states.failed(e);
            return judgement.refuse(PscRefusal.UNREACHABLE, e.getMessage(), code, origin);
        }
    }

    /** Keeps with this open session what its log-out will need, sealed; forgotten when the session ends. */
    public void attach(long sessionId, ProviderSession ticket) {
        sessions.attach(sessionId, ticket);
    }

    /**
     * Where the browser goes to log out at the provider too; to be asked before the session is ended. Empty for a session of
     * another way in, or if the provider has no such page or cannot be known now. It comes back to {@code
     * /prosanteconnect/parti} with a {@code state}.
     */
    public Optional<URI> logoutAddress(long sessionId) {
        return sessions.logoutAddress(sessionId);
    }

    /** Whether a browser that comes to {@code /prosanteconnect/parti} with this state was sent to the log-out by us. */
    public boolean cameFromLogout(String state) {
        return sessions.cameFromLogout(state);
    }

    /**
     * The provider says that somebody logged out there: ends the sessions that hang on it, as PROVIDER_LOGOUT. Traced.
     *
     * @param logoutToken the form's {@code logout_token}, whatever came
     * @param origin the address of the peer, for the trace
     */
    public BackChannelAnswer backChannelLogout(String logoutToken, String origin) {
        return sessions.backChannel(logoutToken, origin);
    }
}
