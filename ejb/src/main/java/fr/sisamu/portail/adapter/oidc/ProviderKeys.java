package fr.sisamu.portail.adapter.oidc;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import fr.sisamu.portail.prosanteconnect.ProviderUnavailableException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The provider's public keys. Kept while it is down; fetched anew for a key that is not among them, but not more often than
 * set, so that forged tokens make no flood of questions. On our own clock, and renewed by the probe, which the SDK's caches
 * do not offer.
 */
final class ProviderKeys implements JWKSource<SecurityContext> {

    private static final String WHO = "keys";
    private static final Logger LOG = System.getLogger(ProviderKeys.class.getName());

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type cannot be made otherwise
    private static final Map<String, Object>[] NONE = new Map[0];

    private final Discovery discovery;
    private final ProviderHttp http;
    private final Duration interval;
    private final Clock clock;
    private volatile Known known = new Known(new JWKSet(), 0);
    private Instant askedAt = Instant.MIN;

    /** The keys of one fetch, the how many-th. */
    private record Known(JWKSet keys, int fetch) {}

    ProviderKeys(Discovery discovery, ProviderHttp http, Duration interval, Clock clock) {
        this.discovery = discovery;
        this.http = http;
        this.interval = interval;
        this.clock = clock;
    }

    @Override
    public List<JWK> get(JWKSelector selector, SecurityContext context) throws KeySourceException {
        Known now = known;
        List<JWK> found = selector.select(now.keys());
        if (!found.isEmpty()) {
            return found;
        }
        try {
            renew(now);
        } catch (ProviderUnavailableException e) {
            throw new KeySourceException(e.getMessage(), e);
        }
        return selector.select(known.keys());
    }

    /** One caller asks, the others wait for what it learns: as long as one answer takes at most. */
    private synchronized void renew(Known seen) throws ProviderUnavailableException {
        boolean lately = clock.instant().isBefore(askedAt.plus(interval));
        if (known.fetch() == seen.fetch() && (!lately || known.keys().isEmpty())) {
            fetch();
        }
    }

    synchronized void fetch() throws ProviderUnavailableException {
        askedAt = clock.instant();
        HTTPResponse answer = http.ask(
                WHO,
                new HTTPRequest(HTTPRequest.Method.GET, discovery.endpoints().keys()));
        try {
            if (answer.getStatusCode() != HTTPResponse.SC_OK) {
                throw new ProviderUnavailableException(WHO + ": answered " + answer.getStatusCode(), null);
            }
            List<JWK> keys = readable(JSONObjectUtils.getJSONObjectArray(Json.object(WHO, answer), "keys"));
            if (keys.isEmpty()) {
                throw new ProviderUnavailableException(WHO + ": the provider has none that can be read", null);
            }
            known = new Known(new JWKSet(keys).toPublicJWKSet(), known.fetch() + 1);
        } catch (ParseException e) {
            throw new ProviderUnavailableException(WHO + ": unreadable", e);
        }
    }

    /** RFC 7517 §5: a key of an unknown kind, or without what its kind wants, is overlooked, and the others serve. */
    private static List<JWK> readable(Map<String, Object>[] set) {
        List<JWK> keys = new ArrayList<>();
        for (Map<String, Object> one : Objects.requireNonNullElse(set, NONE)) {
            try {
                keys.add(JWK.parse(one));
            } catch (ParseException | IllegalArgumentException e) {
                LOG.log(Level.DEBUG, "a key of the provider that cannot be read", e);
            }
        }
        return keys;
    }
}
