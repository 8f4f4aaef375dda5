package fr.sisamu.portail.partners.psc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.JWKGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.ArrayList;
import java.util.List;

/** The provider's keys: one pair for RSA and one for elliptic curves sign, those before them are published for a while. */
final class SigningKeys {

    private final List<JWK> published = new ArrayList<>();
    private JWSAlgorithm algorithm = JWSAlgorithm.RS256;
    private JWK rsa = fresh(JWSAlgorithm.RS256);
    private JWK ec = fresh(JWSAlgorithm.ES256);

    SigningKeys() {
        published.addAll(List.of(rsa, ec));
    }

    synchronized void algorithm(JWSAlgorithm value) {
        algorithm = value;
    }

    synchronized JWSAlgorithm algorithm() {
        return algorithm;
    }

    /** The key that signs now. */
    synchronized JWK current() {
        return keyFor(algorithm);
    }

    /** Signs with new keys from now on. */
    synchronized void rotate(boolean keepOld) {
        if (!keepOld) {
            published.clear();
        }
        rsa = fresh(JWSAlgorithm.RS256);
        ec = fresh(JWSAlgorithm.ES256);
        published.addAll(List.of(rsa, ec));
    }

    /** What {@code jwks_uri} shows. */
    synchronized JWKSet publicKeys() {
        return new JWKSet(List.copyOf(published)).toPublicJWKSet();
    }

    private JWK keyFor(JWSAlgorithm wanted) {
        return JWSAlgorithm.Family.EC.contains(wanted) ? ec : rsa;
    }

    /** A key that nobody has seen. */
    static JWK fresh(JWSAlgorithm algorithm) {
        JWKGenerator<? extends JWK> generator = JWSAlgorithm.Family.EC.contains(algorithm)
                ? new ECKeyGenerator(Curve.P_256)
                : new RSAKeyGenerator(2048);
        try {
            return generator.keyUse(KeyUse.SIGNATURE).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("every JVM makes such keys", e);
        }
    }
}
