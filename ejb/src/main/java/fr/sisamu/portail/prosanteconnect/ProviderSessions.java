package fr.sisamu.portail.prosanteconnect;

import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.secret.Seal;
import fr.sisamu.portail.secret.Secrets;
import fr.sisamu.portail.secret.ServerKey;
import fr.sisamu.portail.session.EndReason;
import fr.sisamu.portail.session.WorkSessionService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/** The log-out on either side: what it needs is kept, sealed, as long as the session is open and no longer. */
@ApplicationScoped
class ProviderSessions {

    private static final String PURPOSE = "psc-id-token";
    private static final String LOGOUT = "psc-logout";
    private static final int LONGEST_SEALED = 16_000;

    @Inject
    ProviderSessionStore store;

    @Inject
    IdentityProvider provider;

    @Inject
    WorkSessionService sessions;

    @Inject
    ProviderStates states;

    @Inject
    Seal seal;

    @Inject
    ServerKey key;

    @Inject
    AuditTrail trail;

    /** A token too long to be kept costs the log-out at the provider, not the login. */
    void attach(long sessionId, ProviderSession ticket) {
        String closed = seal.close(PURPOSE, String.valueOf(sessionId), ticket.idToken());
        if (closed.length() <= LONGEST_SEALED) {
            store.add(
                    sessionId,
                    closed,
                    Secrets.digest(ticket.subject()),
                    ticket.sessionId().map(Secrets::digest));
        }
    }

    Optional<URI> logoutAddress(long sessionId) {
        Optional<String> token =
                store.sealedToken(sessionId).flatMap(kept -> seal.open(PURPOSE, String.valueOf(sessionId), kept));
        return token.flatMap(this::logoutAddress);
    }

    /** The same for a login from which no session came. */
    Optional<URI> logoutAddress(String idToken) {
        String random = Secrets.random();
        try {
            return provider.logoutAddress(idToken, random + "." + key.sign(LOGOUT, random));
        } catch (ProviderUnavailableException e) {
            states.failed(e);
            return Optional.empty();
        }
    }

    boolean cameFromLogout(String state) {
        int dot = state.indexOf('.');
        return dot > 0
                && MessageDigest.isEqual(
                        key.sign(LOGOUT, state.substring(0, dot)).getBytes(StandardCharsets.UTF_8),
                        state.substring(dot + 1).getBytes(StandardCharsets.UTF_8));
    }

    BackChannelAnswer backChannel(String logoutToken, String origin) {
        try {
            LogoutNotice notice = provider.judgeLogout(logoutToken);
            if (notice instanceof LogoutNotice.Valid valid) {
                return believe(valid, origin);
            }
            return refuse(((LogoutNotice.Invalid) notice).cause(), origin);
        } catch (ProviderUnavailableException e) {
            states.failed(e);
            trace("LOGOUT_UNAVAILABLE", e.getMessage(), origin);
            return BackChannelAnswer.UNAVAILABLE;
        }
    }

    private BackChannelAnswer believe(LogoutNotice.Valid notice, String origin) {
        if (!store.firstSeen(Secrets.digest(notice.id()), notice.expires())) {
            return refuse("the log-out token came before", origin);
        }
        List<Long> open = notice.sessionId()
                .map(sid -> store.bySid(Secrets.digest(sid)))
                .orElseGet(() -> store.bySubject(Secrets.digest(notice.subject().orElseThrow())));
        open.forEach(session -> sessions.end(session, EndReason.PROVIDER_LOGOUT));
        trace("LOGOUT", open.size() + " sessions", origin);
        return BackChannelAnswer.DONE;
    }

    private BackChannelAnswer refuse(String cause, String origin) {
        trace("LOGOUT_REFUSED", cause, origin);
        return BackChannelAnswer.REFUSED;
    }

    private void trace(String outcome, String cause, String origin) {
        trail.record(
                Trace.of(TraceKind.PRO_SANTE_CONNECT, outcome).origin(origin).detail(cause));
    }
}
