package fr.sisamu.portail.adapter.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.prosanteconnect.Acr;
import fr.sisamu.portail.prosanteconnect.AttemptSecrets;
import fr.sisamu.portail.prosanteconnect.Callback;
import fr.sisamu.portail.prosanteconnect.Demand;
import fr.sisamu.portail.prosanteconnect.IdentityProvider;
import fr.sisamu.portail.prosanteconnect.Proof;
import fr.sisamu.portail.prosanteconnect.ProviderUnavailableException;
import fr.sisamu.portail.prosanteconnect.PscRefusal;
import fr.sisamu.portail.secret.Secrets;
import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.TestDatabase;

/** A portal that is the client of a stub provider, by a secret unless a test says otherwise. */
final class OidcWorld implements AutoCloseable {

    static final TestPki PKI = new TestPki("localhost");

    final Portal portal = new Portal(TestDatabase.of(TestDatabase.Kind.H2));
    final StubProvider stub = new StubProvider(PKI, portal.clock());

    OidcWorld() {
        with("client-id", StubProvider.CLIENT);
        with("environment", "OTHER");
        with("issuer", stub.issuer());
        with("client-authentication", "client_secret_basic");
        with("client-secret", "a-secret");
        with("trust", PKI.authorityFile.toString());
        with("trust-password", new String(TestPki.SECRET));
        portal.with("portail.url", "https://portail.example");
    }

    OidcWorld with(String key, String value) {
        portal.with("portail.prosanteconnect." + key, value);
        return this;
    }

    IdentityProvider provider() {
        return portal.get(IdentityProvider.class);
    }

    static AttemptSecrets secrets() {
        return new AttemptSecrets(Secrets.random(), Secrets.random(), Secrets.random());
    }

    /** Goes there, approves, and comes back. */
    Proof login() throws ProviderUnavailableException {
        AttemptSecrets secrets = secrets();
        Callback callback = stub.approve(provider().authorizationAddress(secrets, Demand.of(Acr.EIDAS1)));
        return provider().judge(callback, secrets, Demand.of(Acr.EIDAS1));
    }

    Proof.Holder holder() throws ProviderUnavailableException {
        Proof proof = login();
        assertThat(proof).isInstanceOf(Proof.Holder.class);
        return (Proof.Holder) proof;
    }

    /** A login that must prove nothing, for this reason, and whose cause says so without a secret. */
    void refused(PscRefusal reason, String cause) throws ProviderUnavailableException {
        Proof proof = login();
        assertThat(proof).isInstanceOf(Proof.Nothing.class);
        Proof.Nothing nothing = (Proof.Nothing) proof;
        assertThat(nothing.reason()).isEqualTo(reason);
        assertThat(nothing.cause()).contains(cause).doesNotContain("nobody-may-see", "eyJ", "code-");
    }

    @Override
    public void close() {
        stub.close();
    }
}
