package fr.sisamu.portail.partners.psc;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;

/** The whole provider: puts its parts together and knows their addresses. */
final class Provider {

    private static final Duration CODE_LIFE = Duration.ofMinutes(1);

    private final Map<String, Endpoint> endpoints = new HashMap<>();
    private final EndpointFaults endpointFaults = new EndpointFaults();

    /**
     * Ready to answer.
     *
     * @param trust with what to reach the client for back-channel logout
     */
    Provider(PscSettings settings, RegisteredClient client, SSLSocketFactory trust, Clock clock) {
        Personae personae = new Personae();
        LoginFaults loginFaults = new LoginFaults();
        SigningKeys keys = new SigningKeys();
        Signer signer = new Signer(keys);
        SingleSignOn signOn = new SingleSignOn(clock);
        BackChannelRequests backChannel = new BackChannelRequests(signOn, clock);
        ClientCheck clients = new ClientCheck(settings, client);
        Expiring<CodeGrant> codes = new Expiring<>(clock, CODE_LIFE);
        Expiring<IssuedToken> issued = new Expiring<>(clock, IdTokens.LIFE);
        TokenIssue tokens = new TokenIssue(settings, client, signer, issued, loginFaults, clock);
        Wallet wallet = new Wallet(client, personae, signOn, new RedirectBack(settings, codes, loginFaults), clock);
        UserInfoEndpoint userInfo = new UserInfoEndpoint(settings, client, signer, issued, loginFaults);
        put("GET", PscEndpoint.DISCOVERY, new Discovery(settings));
        put("GET", PscEndpoint.CERTS, request -> Answers.json(keys.publicKeys().toString()));
        put("GET", PscEndpoint.AUTHORIZATION, wallet::start);
        put("POST", PscEndpoint.TOKEN, new TokenEndpoint(clients, codes, backChannel, tokens, loginFaults));
        put("GET", PscEndpoint.USERINFO, userInfo);
        put("POST", PscEndpoint.USERINFO, userInfo);
        put("GET", PscEndpoint.LOGOUT, new LogoutEndpoint(settings, client, signOn));
        put("POST", PscEndpoint.LOGOUT, new LogoutEndpoint(settings, client, signOn));
        put("POST", PscEndpoint.CIBA, new CibaEndpoint(clients, personae, backChannel));
        endpoints.put("POST " + PscSettings.WALLET + "identify", wallet::identify);
        endpoints.put("POST " + PscSettings.WALLET + "decide", wallet::decide);
        Telephone telephone = new Telephone(backChannel);
        endpoints.put("GET " + PscSettings.E_CPS, request -> telephone.show());
        endpoints.put("POST " + PscSettings.E_CPS, telephone::decide);
        FaultDesk faults = new FaultDesk(loginFaults, endpointFaults);
        endpoints.put("GET " + PscSettings.FAULTS, faults::show);
        endpoints.put("POST " + PscSettings.FAULTS, faults::set);
        SwitchDesk switches = new SwitchDesk(
                keys, userInfo, signOn, new BackChannelLogout(settings, client, signOn, signer, trust, clock));
        endpoints.put("GET " + PscSettings.SWITCHES, request -> switches.show());
        endpoints.put("POST " + PscSettings.SWITCHES, switches::turn);
    }

    private void put(String method, PscEndpoint endpoint, Endpoint answer) {
        endpoints.put(method + " " + endpoint.path(), answer);
    }

    /** The fault that spoils the next answer at this path; taking it uses it up. */
    Optional<EndpointFault> takeFault(String path) {
        return PscEndpoint.at(path).flatMap(endpointFaults::take);
    }

    /** Answers the request at this path below {@link PscSettings#ROOT}. */
    HTTPResponse answer(String path, HTTPRequest request) {
        Endpoint endpoint = endpoints.get(request.getMethod() + " " + path);
        if (endpoint == null) {
            return new HTTPResponse(HTTPResponse.SC_NOT_FOUND);
        }
        try {
            return endpoint.answer(request);
        } catch (GeneralException refusal) {
            return Answers.refusal(refusal);
        }
    }
}
