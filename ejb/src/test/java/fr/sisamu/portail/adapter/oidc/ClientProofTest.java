package fr.sisamu.portail.adapter.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import fr.sisamu.portail.prosanteconnect.IdentityProvider;
import fr.sisamu.portail.prosanteconnect.ProviderUnavailableException;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.Date;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClientProofTest {

    final OidcWorld world = new OidcWorld();

    @AfterEach
    void close() {
        world.close();
    }

    private OidcWorld withKey(String way) {
        return world.with("client-authentication", way)
                .with("key-store", OidcWorld.PKI.clientFile.toString())
                .with("key-store-password", new String(TestPki.SECRET));
    }

    @Test
    void showsItsCertificateAtTheAliasForThoseWhoDo() throws Exception {
        withKey("tls_client_auth");
        world.stub.document.put(
                "mtls_endpoint_aliases", java.util.Map.of("token_endpoint", world.stub.issuer() + "/token"));
        world.stub.document.put("token_endpoint", world.stub.issuer() + "/token-without-certificate");

        world.holder();

        assertThat(world.stub.question.peer()).contains(OidcWorld.PKI.clientCertificate);
        assertThat(world.stub.question.one("client_id")).isEqualTo("portail");
        assertThat(world.stub.question.authorization()).isEmpty();
    }

    @Test
    void signsAnAssertionForThisIssuerThatLivesAMinute() throws Exception {
        withKey("private_key_jwt").with("key-id", "our-key");

        world.holder();

        SignedJWT assertion = SignedJWT.parse(world.stub.question.one("client_assertion"));
        assertThat(world.stub.question.one("client_assertion_type"))
                .isEqualTo("urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        assertThat(assertion.verify(new ECDSAVerifier((ECPublicKey) OidcWorld.PKI.client.getPublic())))
                .isTrue();
        assertThat(assertion.getHeader().getKeyID()).isEqualTo("our-key");
        assertThat(assertion.getJWTClaimsSet().getIssuer()).isEqualTo("portail");
        assertThat(assertion.getJWTClaimsSet().getSubject()).isEqualTo("portail");
        assertThat(assertion.getJWTClaimsSet().getAudience()).containsExactly(world.stub.issuer());
        assertThat(assertion.getJWTClaimsSet().getExpirationTime())
                .isEqualTo(Date.from(world.portal.clock().instant().plusSeconds(60)));
        assertThat(assertion.getJWTClaimsSet().getJWTID()).isNotBlank();
    }

    @Test
    void sendsItsSecretInTheHeader() throws Exception {
        world.holder();

        String sent = Base64.getEncoder().encodeToString("portail:a-secret".getBytes(StandardCharsets.UTF_8));
        assertThat(world.stub.question.authorization()).contains("Basic " + sent);
        assertThat(world.stub.question.form()).doesNotContainKey("client_secret");
    }

    @Test
    void sendsItsSecretInTheForm() throws Exception {
        world.with("client-authentication", "client_secret_post");

        world.holder();

        assertThat(world.stub.question.one("client_secret")).isEqualTo("a-secret");
        assertThat(world.stub.question.authorization()).isEmpty();
    }

    @Test
    void startsWithoutThisWayInWhenItsKeyCannotBeRead() {
        withKey("tls_client_auth").with("key-store-password", "wrong");

        IdentityProvider provider = world.provider();
        provider.check();

        assertThatThrownBy(provider::refresh)
                .isInstanceOf(ProviderUnavailableException.class)
                .hasMessageContaining("portail.prosanteconnect.key-store");
    }
}
