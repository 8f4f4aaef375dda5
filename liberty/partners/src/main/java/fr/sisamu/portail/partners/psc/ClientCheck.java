package fr.sisamu.portail.partners.psc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.auth.verifier.ClientAuthenticationVerifier;
import com.nimbusds.oauth2.sdk.auth.verifier.ClientCredentialsSelector;
import com.nimbusds.oauth2.sdk.auth.verifier.Context;
import com.nimbusds.oauth2.sdk.auth.verifier.ExpendedJTIChecker;
import com.nimbusds.oauth2.sdk.auth.verifier.InvalidClientException;
import com.nimbusds.oauth2.sdk.auth.verifier.JWTAudienceCheck;
import com.nimbusds.oauth2.sdk.auth.verifier.PKIClientX509CertificateBindingVerifier;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.JWTID;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Judges how a client authenticates at the token endpoint: by secret, by signed assertion, or by certificate. */
final class ClientCheck
        implements ClientCredentialsSelector<Void>,
                PKIClientX509CertificateBindingVerifier<Void>,
                ExpendedJTIChecker<Void> {

    private static final long LONGEST_ASSERTION_SECONDS = 300;

    private final RegisteredClient client;
    private final ClientAuthenticationVerifier<Void> verifier;
    private final Set<JWTID> usedAssertions = ConcurrentHashMap.newKeySet();

    ClientCheck(PscSettings settings, RegisteredClient client) {
        this.client = client;
        Set<Audience> audiences = Stream.of(
                        settings.issuer().getValue(),
                        settings.endpoint("token").toString(),
                        settings.mutualTlsEndpoint("token").toString(),
                        settings.endpoint("ext/ciba/auth").toString())
                .map(Audience::new)
                .collect(Collectors.toSet());
        verifier = new ClientAuthenticationVerifier<>(
                this, this, audiences, JWTAudienceCheck.LEGACY, this, LONGEST_ASSERTION_SECONDS);
    }

    /**
     * Lets the registered client pass.
     *
     * @throws GeneralException with {@code invalid_client} for everybody else
     */
    void check(ClientAuthentication shown) throws GeneralException {
        if (shown == null) {
            throw new GeneralException(OAuth2Error.INVALID_CLIENT);
        }
        try {
            verifier.verify(shown, null, null);
        } catch (JOSEException e) {
            throw new GeneralException("the assertion cannot be verified", OAuth2Error.INVALID_CLIENT, e);
        }
    }

    @Override
    public List<Secret> selectClientSecrets(ClientID id, ClientAuthenticationMethod method, Context<Void> context)
            throws InvalidClientException {
        known(id);
        return List.of(client.secret());
    }

    @Override
    public List<? extends PublicKey> selectPublicKeys(
            ClientID id, ClientAuthenticationMethod method, JWSHeader header, boolean refresh, Context<Void> context)
            throws InvalidClientException {
        known(id);
        return List.of(client.certificate().getPublicKey());
    }

    @Override
    public void verifyCertificateBinding(ClientID id, X509Certificate shown, Context<Void> context)
            throws InvalidClientException {
        known(id);
        if (!shown.getSubjectX500Principal().equals(client.certificate().getSubjectX500Principal())) {
            throw new InvalidClientException("another organisation's certificate");
        }
    }

    private void known(ClientID id) throws InvalidClientException {
        if (!id.equals(client.id())) {
            throw InvalidClientException.BAD_ID;
        }
    }

    @Override
    public boolean isExpended(JWTID id, ClientID clientId, ClientAuthenticationMethod method, Context<Void> context) {
        return usedAssertions.contains(id);
    }

    @Override
    public void markExpended(
            JWTID id, Date expires, ClientID clientId, ClientAuthenticationMethod method, Context<Void> context) {
        usedAssertions.add(id);
    }
}
