package fr.sisamu.portail.adapter.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sisamu.portail.adapter.oidc.StubProvider.Reply;
import fr.sisamu.portail.prosanteconnect.Acr;
import fr.sisamu.portail.prosanteconnect.CibaAnswer;
import fr.sisamu.portail.prosanteconnect.Proof;
import fr.sisamu.portail.prosanteconnect.ProviderUnavailableException;
import fr.sisamu.portail.prosanteconnect.PscRefusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CibaTest {

    final OidcWorld world = new OidcWorld();

    @AfterEach
    void close() {
        world.close();
    }

    private CibaAnswer poll() throws ProviderUnavailableException {
        return world.provider().poll("a-request", Acr.EIDAS1);
    }

    private void judged(PscRefusal reason, String error) throws ProviderUnavailableException {
        world.stub.instead.put("/token", Reply.json(400, Map.of("error", error)));
        Proof proof = ((CibaAnswer.Judged) poll()).proof();
        assertThat(((Proof.Nothing) proof).reason()).isEqualTo(reason);
    }

    @Test
    void asksInTheMannerOfTheAns() throws Exception {
        CibaAnswer answer = world.provider().ask("899999000013", "42", Acr.EIDAS1);

        assertThat(answer).isEqualTo(new CibaAnswer.Asked("a-request", Duration.ofMinutes(2), Duration.ofSeconds(1)));
        assertThat(answer.toString()).doesNotContain("a-request");
        assertThat(world.stub.question.form())
                .containsEntry("login_hint", List.of("899999000013"))
                .containsEntry("binding_message", List.of("42"))
                .containsEntry("acr_values", List.of("eidas1"))
                .containsEntry("scope", List.of("openid scope_all"))
                .containsEntry("channel", List.of("MOBILE"));
        assertThat(world.stub.question.authorization()).isPresent();
    }

    @Test
    void boundsTheTimesThatItIsTold() throws Exception {
        world.stub.instead.put(
                "/ciba", Reply.json(200, Map.of("auth_req_id", "a", "expires_in", 1e12, "interval", -5)));

        assertThat(world.provider().ask("8", "42", Acr.EIDAS1))
                .isEqualTo(new CibaAnswer.Asked("a", Duration.ofHours(1), Duration.ofSeconds(1)));
    }

    @Test
    void tellsTheProvidersErrors() throws Exception {
        world.stub.instead.put("/ciba", Reply.json(400, Map.of("error", "unknown_user_id")));

        assertThat(world.provider().ask("8", "42", Acr.EIDAS1))
                .isEqualTo(new CibaAnswer.Judged(
                        new Proof.Nothing(PscRefusal.PROVIDER_ERROR, "CIBA endpoint: unknown_user_id, status 400")));
        world.stub.instead.put("/ciba", Reply.json(200, Map.of("expires_in", 120)));
        assertThat(world.provider().ask("8", "42", Acr.EIDAS1))
                .isEqualTo(new CibaAnswer.Judged(
                        new Proof.Nothing(PscRefusal.PROVIDER_ERROR, "CIBA endpoint: no auth_req_id")));
    }

    @Test
    void cannotAskAProviderThatHasNoCiba() {
        world.stub.document.remove("backchannel_authentication_endpoint");

        assertThatThrownBy(() -> world.provider().ask("8", "42", Acr.EIDAS1))
                .isInstanceOf(ProviderUnavailableException.class)
                .hasMessageContaining("CIBA endpoint: the provider has none");
    }

    @Test
    void waitsAndThenTellsWhatCameOfIt() throws Exception {
        world.stub.instead.put("/token", Reply.json(400, Map.of("error", "authorization_pending")));
        assertThat(poll()).isEqualTo(new CibaAnswer.Pending(false));
        world.stub.instead.put("/token", Reply.json(400, Map.of("error", "slow_down")));
        assertThat(poll()).isEqualTo(new CibaAnswer.Pending(true));
        judged(PscRefusal.DENIED, "access_denied");
        judged(PscRefusal.NOT_ANSWERED, "expired_token");
        judged(PscRefusal.PROVIDER_ERROR, "invalid_grant");
        world.stub.instead.put("/token", world.stub.tokens(null));

        assertThat(((CibaAnswer.Judged) poll()).proof()).isInstanceOf(Proof.Holder.class);
    }

    @Test
    void checksTheTokenLikeAnyOther() throws Exception {
        world.stub.claims = claims -> claims.audience("another");
        world.stub.instead.put("/token", world.stub.tokens(null));

        assertThat(((Proof.Nothing) ((CibaAnswer.Judged) poll()).proof()).reason())
                .isEqualTo(PscRefusal.UNTRUSTED_ANSWER);
    }
}
