package fr.sisamu.portail.partners.psc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.ciba.AuthRequestID;
import com.nimbusds.oauth2.sdk.ciba.CIBAGrant;
import com.nimbusds.oauth2.sdk.ciba.CIBARequest;
import com.nimbusds.oauth2.sdk.ciba.CIBARequestAcknowledgement;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Logins that the telephone alone sees (CIBA in poll mode). */
class CibaTest {

    private static final String DOCTOR = "899999000013";

    private final MovingClock clock = new MovingClock();
    private final RelyingParty party = new RelyingParty(clock);

    private static CIBARequest.Builder request(ClientAuthentication client, String digits) {
        return new CIBARequest.Builder(client, new Scope("openid", "scope_all"))
                .endpointURI(RelyingParty.SETTINGS.endpoint("ext/ciba/auth"))
                .acrValues(List.of(new ACR("eidas1")))
                .bindingMessage(digits)
                .customParameter("channel", "MOBILE");
    }

    private HTTPResponse send(CIBARequest.Builder request, String holder) {
        return party.send(request.loginHint(holder).build().toHTTPRequest());
    }

    private AuthRequestID ask() throws Exception {
        CIBARequestAcknowledgement taken =
                CIBARequestAcknowledgement.parse(send(request(party.secret(), "42"), DOCTOR));
        assertThat(taken.getExpiresIn()).isEqualTo(120);
        assertThat(taken.getMinWaitInterval()).isEqualTo(1);
        return taken.getAuthRequestID();
    }

    private HTTPResponse poll(AuthRequestID id) {
        return party.redeem(party.secret(), new CIBAGrant(id));
    }

    /** A second later, as the interval wants. */
    private HTTPResponse pollLater(AuthRequestID id) {
        clock.pass(Duration.ofSeconds(1));
        return poll(id);
    }

    private void decide(AuthRequestID id, Decision decision) {
        party.post("/ecps", Map.of("id", List.of(id.getValue()), "decision", List.of(decision.name())));
    }

    private static String error(HTTPResponse answer) throws Exception {
        return TokenErrorResponse.parse(answer).getErrorObject().getCode();
    }

    @Test
    void showsTheDigitsOnTheTelephoneAndGivesTokensOnceApproved() throws Exception {
        AuthRequestID id = ask();
        assertThat(party.get(URI.create("https://localhost:9443/partners/psc/ecps"))
                        .getBody())
                .contains("Camille FACTICE", ">42<");
        assertThat(error(poll(id))).isEqualTo("authorization_pending");

        decide(id, Decision.APPROVE);

        assertThat(OIDCTokenResponse.parse(pollLater(id))
                        .getOIDCTokens()
                        .getIDToken()
                        .getJWTClaimsSet()
                        .getStringClaim("acr"))
                .isEqualTo("eidas1");
        assertThat(error(pollLater(id))).isEqualTo("invalid_grant");
        assertThat(party.get(URI.create("https://localhost:9443/partners/psc/ecps"))
                        .getBody())
                .contains("Aucune demande");
    }

    @Test
    void tellsARefusalFromARequestLeftToExpire() throws Exception {
        AuthRequestID refused = ask();
        decide(refused, Decision.REFUSE);
        AuthRequestID left = ask();
        decide(left, Decision.EXPIRE);
        AuthRequestID forgotten = ask();

        assertThat(error(poll(refused))).isEqualTo("access_denied");
        assertThat(error(poll(left))).isEqualTo("expired_token");
        clock.pass(Duration.ofMinutes(2));
        decide(forgotten, Decision.APPROVE);
        assertThat(error(poll(forgotten))).isEqualTo("expired_token");
    }

    @Test
    void slowsDownWhoeverPollsTooFast() throws Exception {
        AuthRequestID id = ask();
        poll(id);

        assertThat(error(poll(id))).isEqualTo("slow_down");
        assertThat(error(pollLater(id))).isEqualTo("slow_down");
        clock.pass(Duration.ofSeconds(11));
        assertThat(error(poll(id))).isEqualTo("authorization_pending");
    }

    @Test
    void refusesUnknownHoldersOddDigitsAndOtherClients() throws Exception {
        ClientSecretBasic stranger = new ClientSecretBasic(RelyingParty.CLIENT.id(), new Secret("faux"));

        assertThat(error(send(request(party.secret(), "42"), "899999999999"))).isEqualTo("unknown_user_id");
        assertThat(error(send(request(party.secret(), "4"), DOCTOR))).isEqualTo("invalid_binding_message");
        assertThat(error(send(request(stranger, "42"), DOCTOR))).isEqualTo("invalid_client");
        assertThat(error(send(request(party.secret(), "42").customParameter("channel", "PIGEON"), DOCTOR)))
                .isEqualTo("invalid_request");
    }
}
