package fr.sisamu.portail.adapter.oidc;

import static fr.sisamu.portail.adapter.oidc.ProofRefused.untrusted;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.BadJWSException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import fr.sisamu.portail.prosanteconnect.ProviderUnavailableException;
import java.text.ParseException;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Believes JWTs (RFC 7519) that the provider signed with one of its published keys and one of the few algorithms set. Says
 * nothing of their claims.
 */
final class Signatures {

    private static final JOSEObjectType LOGOUT = new JOSEObjectType("logout+jwt");

    private final Set<JWSAlgorithm> algorithms;
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    Signatures(Set<String> algorithms, ProviderKeys keys) {
        this.algorithms =
                algorithms.stream().map(String::strip).map(JWSAlgorithm::parse).collect(Collectors.toUnmodifiableSet());
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, LOGOUT, null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(this.algorithms, keys));
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
    }

    /** Whether these names are all of signatures with a pair of keys: a shared secret signs nothing here. */
    static boolean asymmetric(Set<String> algorithms) {
        return !algorithms.isEmpty()
                && algorithms.stream()
                        .map(String::strip)
                        .map(JWSAlgorithm::parse)
                        .allMatch(JWSAlgorithm.Family.SIGNATURE::contains);
    }

    /** A JWT and what it claims. */
    record Signed(SignedJWT jwt, JWTClaimsSet claims) {}

    /** @param what names the token in the cause */
    Signed verified(String what, String text) throws ProofRefused, ProviderUnavailableException {
        SignedJWT jwt = parsed(what, text);
        JWSAlgorithm algorithm = jwt.getHeader().getAlgorithm();
        if (!algorithms.contains(algorithm)) {
            throw untrusted(what + ": algorithm " + algorithm);
        }
        try {
            return new Signed(jwt, processor.process(jwt, null));
        } catch (KeySourceException e) {
            throw new ProviderUnavailableException(what + ": " + e.getMessage(), e);
        } catch (BadJWSException e) {
            throw untrusted(what + ": bad signature");
        } catch (BadJOSEException e) {
            throw untrusted(what + ": no key of the provider fits, kid "
                    + jwt.getHeader().getKeyID() + ", type " + jwt.getHeader().getType());
        } catch (JOSEException | IllegalArgumentException e) {
            throw untrusted(what + ": the signature cannot be checked");
        }
    }

    private static SignedJWT parsed(String what, String text) throws ProofRefused {
        try {
            JWT jwt = JWTParser.parse(text);
            if (jwt instanceof SignedJWT token) {
                return token;
            }
            throw untrusted(what + ": algorithm " + jwt.getHeader().getAlgorithm());
        } catch (ParseException | IllegalArgumentException e) {
            throw untrusted(what + ": no JWT that can be read");
        }
    }
}
