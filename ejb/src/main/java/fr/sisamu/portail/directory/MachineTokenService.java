package fr.sisamu.portail.directory;

import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.directory.TokenCreation.Outcome;
import fr.sisamu.portail.role.Duty;
import fr.sisamu.portail.role.FreshRights;
import fr.sisamu.portail.role.Rights;
import fr.sisamu.portail.secret.Secrets;
import fr.sisamu.portail.throttle.Attempt;
import fr.sisamu.portail.throttle.ThrottleService;
import fr.sisamu.portail.throttle.Tried;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/**
 * Makes, revokes and judges the tokens of machines: nightly imports, identity systems. To make one is to grant a right, so it needs {@link
 * Duty#CHANGE_ROLES}, which no token has, and a fresh proof.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MachineTokenService {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,59}");

    @Inject
    MachineTokenStore tokens;

    @Inject
    ThrottleService throttle;

    @Inject
    FreshRights fresh;

    @Inject
    AuditTrail trail;

    @Inject
    @ConfigProperties
    ImportSettings settings;

    @Inject
    Clock clock;

    /**
     * Makes a token. Traced.
     *
     * @param name what the trace will call the machine: small letters, figures, dot, hyphen; one token for each name
     * @param scope the one thing that it opens
     * @param days how long it is to be good, at most {@code portail.import.token-lifetime}
     */
    public TokenCreation create(Rights by, String name, TokenScope scope, int days) {
        by.demand(Duty.CHANGE_ROLES);
        if (!fresh.open(by, "token of a machine")) {
            return TokenCreation.refused(Outcome.PROOF_TOO_OLD);
        }
        if (!NAME.matcher(name).matches()) {
            return TokenCreation.refused(Outcome.BAD_NAME);
        }
        Duration lifetime = Duration.ofDays(days);
        if (days < 1 || lifetime.compareTo(settings.tokenLifetime) > 0) {
            return TokenCreation.refused(Outcome.BAD_LIFETIME);
        }
        String secret = Secrets.random();
        Instant now = clock.instant();
        if (!tokens.add(name, scope, Secrets.digest(secret), by.actor().name(), now, now.plus(lifetime))) {
            return TokenCreation.refused(Outcome.NAME_TAKEN);
        }
        record(by, Outcome.CREATED.name(), name + " for " + scope + ", " + days + " days");
        return new TokenCreation(Outcome.CREATED, Optional.of(secret));
    }

    /** Revokes a token, felt at its next use; false if it was revoked already. Traced. */
    public boolean revoke(Rights by, long id) {
        by.demand(Duty.CHANGE_ROLES);
        Optional<String> revoked = tokens.revoke(id, clock.instant());
        revoked.ifPresent(name -> record(by, "REVOKED", name));
        return revoked.isPresent();
    }

    /** All tokens, the newest first. */
    public List<MachineToken> all(Rights by) {
        by.demand(Duty.IMPORT);
        return tokens.all();
    }

    /**
     * Judges what a machine has brought. Wrong ones are traced and slow down the address that they come from.
     *
     * @param address the peer's IP address
     * @param scope what is to be opened; a token made for something else is a wrong one
     */
    public TokenVerdict judge(String presented, String address, TokenScope scope) {
        String digest = Secrets.digest(presented);
        Attempt attempt = new Attempt(Tried.MACHINE_TOKEN, digest, address, Optional.empty());
        Optional<Instant> wait = throttle.admit(attempt);
        if (wait.isPresent()) {
            return new TokenVerdict(Optional.empty(), wait);
        }
        Optional<String> name = tokens.use(digest, scope, clock.instant());
        if (name.isEmpty()) {
            trail.record(Trace.of(TraceKind.IMPORT_TOKEN, "REFUSED").origin(address));
            return new TokenVerdict(Optional.empty(), Optional.empty());
        }
        throttle.succeeded(attempt);
        return new TokenVerdict(name.map(scope::rights), Optional.empty());
    }

    private void record(Rights by, String outcome, String detail) {
        trail.record(by.actor().sign(Trace.of(TraceKind.IMPORT_TOKEN, outcome).detail(detail)));
    }
}
