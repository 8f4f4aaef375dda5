package fr.sisamu.portail.partners.psc;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.ciba.CIBAError;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationGrantError;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A login asked for over the back channel (CIBA): the telephone decides, the client polls. */
final class BackChannelRequest {

    static final Duration LIFE = Duration.ofMinutes(2);
    static final Duration INTERVAL = Duration.ofSeconds(1);

    /** What a client that polls too fast must add to its interval (CIBA Core §11). */
    private static final Duration SLOWER = Duration.ofSeconds(5);

    private final String id;
    private final Persona persona;
    private final String digits;
    private final ACR acr;
    private final Scope scope;
    private final Instant end;
    private Duration interval = INTERVAL;
    private Instant lastPoll = Instant.EPOCH;
    private Decision decision;

    BackChannelRequest(String id, Persona persona, String digits, ACR acr, Scope scope, Instant now) {
        this.id = id;
        this.persona = persona;
        this.digits = digits;
        this.acr = acr;
        this.scope = scope;
        this.end = now.plus(LIFE);
    }

    String id() {
        return id;
    }

    Persona persona() {
        return persona;
    }

    /** The two digits that the post and the telephone both show. */
    String digits() {
        return digits;
    }

    ACR acr() {
        return acr;
    }

    Scope scope() {
        return scope;
    }

    synchronized boolean isPending(Instant now) {
        return decision == null && now.isBefore(end);
    }

    /** The first decision stands. */
    synchronized void decide(Decision value) {
        decision = Optional.ofNullable(decision).orElse(value);
    }

    /**
     * Returns when the holder has approved.
     *
     * @throws GeneralException {@code authorization_pending}, {@code slow_down}, {@code access_denied} or
     *     {@code expired_token}
     */
    synchronized void poll(Instant now) throws GeneralException {
        boolean tooFast = now.isBefore(lastPoll.plus(interval));
        lastPoll = now;
        if (decision == Decision.EXPIRE || !now.isBefore(end)) {
            throw new GeneralException(CIBAError.EXPIRED_TOKEN);
        }
        if (tooFast) {
            interval = interval.plus(SLOWER);
            throw new GeneralException(DeviceAuthorizationGrantError.SLOW_DOWN);
        }
        if (decision == null) {
            throw new GeneralException(DeviceAuthorizationGrantError.AUTHORIZATION_PENDING);
        }
        if (decision == Decision.REFUSE) {
            throw new GeneralException(OAuth2Error.ACCESS_DENIED.setHTTPStatusCode(400));
        }
    }
}
