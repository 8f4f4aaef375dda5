package fr.sisamu.portail.partners.psc;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.ciba.AuthRequestID;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The logins that wait on somebody's telephone. */
final class BackChannelRequests {

    private final Clock clock;
    private final SingleSignOn signOn;

    /** For longer than they can be approved, so that a late poll learns that its request has expired. */
    private final Expiring<BackChannelRequest> requests;

    BackChannelRequests(SingleSignOn signOn, Clock clock) {
        this.signOn = signOn;
        this.clock = clock;
        this.requests = new Expiring<>(clock, Duration.ofMinutes(10));
    }

    BackChannelRequest ask(Persona persona, String digits, ACR acr, Scope scope) {
        String id = new AuthRequestID().getValue();
        BackChannelRequest request = new BackChannelRequest(id, persona, digits, acr, scope, clock.instant());
        requests.put(id, request);
        return request;
    }

    List<BackChannelRequest> pending() {
        return requests.all().stream()
                .filter(each -> each.isPending(clock.instant()))
                .toList();
    }

    void decide(String id, Decision decision) {
        requests.find(id).ifPresent(request -> request.decide(decision));
    }

    /**
     * The grant of an approved request, once.
     *
     * @throws GeneralException as {@link BackChannelRequest#poll}, and {@code invalid_grant} for an unknown request
     */
    Grant poll(String id) throws GeneralException {
        BackChannelRequest request =
                requests.find(id).orElseThrow(() -> new GeneralException(OAuth2Error.INVALID_GRANT));
        request.poll(clock.instant());
        return requests.take(id)
                .map(approved ->
                        new Grant(signOn.open(approved.persona(), approved.acr()), approved.scope(), Optional.empty()))
                .orElseThrow(() -> new GeneralException(OAuth2Error.INVALID_GRANT));
    }
}
