package fr.sisamu.portail.partners.psc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/** Signs claims as the provider: with the current key, or as whatever a fault pretends to be. */
final class Signer {

    private final SigningKeys keys;

    Signer(SigningKeys keys) {
        this.keys = keys;
    }

    JWSAlgorithm algorithm() {
        return keys.algorithm();
    }

    SignedJWT sign(JWTClaimsSet claims) {
        return sign(claims, keys.current(), keys.current().getKeyID(), keys.algorithm());
    }

    SignedJWT sign(JWTClaimsSet claims, JOSEObjectType type) {
        JWSHeader header = new JWSHeader.Builder(algorithm())
                .keyID(keys.current().getKeyID())
                .type(type)
                .build();
        return sign(claims, keys.current(), header);
    }

    /** Under the name of the current key, but with another one. */
    SignedJWT forge(JWTClaimsSet claims) {
        return sign(claims, SigningKeys.fresh(algorithm()), keys.current().getKeyID(), algorithm());
    }

    /** With a key that is published nowhere. */
    SignedJWT signUnpublished(JWTClaimsSet claims) {
        JWK key = SigningKeys.fresh(algorithm());
        return sign(claims, key, key.getKeyID(), algorithm());
    }

    static SignedJWT sign(JWTClaimsSet claims, JWK key, String keyId, JWSAlgorithm algorithm) {
        return sign(claims, key, new JWSHeader.Builder(algorithm).keyID(keyId).build());
    }

    private static SignedJWT sign(JWTClaimsSet claims, JWK key, JWSHeader header) {
        SignedJWT jwt = new SignedJWT(header, claims);
        try {
            jwt.sign(new DefaultJWSSignerFactory().createJWSSigner(key, header.getAlgorithm()));
        } catch (JOSEException e) {
            throw new IllegalStateException("a key of the provider does not sign", e);
        }
        return jwt;
    }
}
