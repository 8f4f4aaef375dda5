package fr.sisamu.portail.adapter.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;

/** Keys and signatures of a provider, good ones and others. */
final class StubTokens {

    /** Made once, for making an RSA key takes longer than most tests. */
    static final RSAKey KEY = rsa("key-1");

    private StubTokens() {}

    static RSAKey rsa(String kid) {
        try {
            return new RSAKeyGenerator(2048).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static ECKey elliptic(String kid) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, JWK key) {
        return signed(claims, algorithm, key, "JWT");
    }

    static String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, JWK key, String type) {
        try {
            JWSSigner signer = key instanceof RSAKey rsa ? new RSASSASigner(rsa) : new ECDSASigner((ECKey) key);
            return signed(
                    claims,
                    new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).type(new JOSEObjectType(type)),
                    signer);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signed with a secret that everybody knows: the provider's public key. */
    static String signedWithPublicKey(JWTClaimsSet claims, RSAKey key) {
        try {
            byte[] known = key.toRSAPublicKey().getEncoded();
            return signed(
                    claims, new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()), new MACSigner(known));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String unsigned(JWTClaimsSet claims) {
        return new PlainJWT(claims).serialize();
    }

    private static String signed(JWTClaimsSet claims, JWSHeader.Builder header, JWSSigner signer) throws JOSEException {
        SignedJWT jwt = new SignedJWT(header.build(), claims);
        jwt.sign(signer);
        return jwt.serialize();
    }
}
