package fr.sisamu.portail.revocation;

import static fr.sisamu.portail.revocation.ListRefusal.FORGED;
import static fr.sisamu.portail.revocation.ListRefusal.NOT_A_LIST_SIGNER;
import static fr.sisamu.portail.revocation.ListRefusal.UNKNOWN_AUTHORITY;
import static fr.sisamu.portail.revocation.ListRefusal.UNREADABLE;
import static fr.sisamu.portail.revocation.ListRefusal.WEAK_SIGNATURE;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * Reads a list (RFC 5280, 5.1) and believes nothing of it before one of the authorities' keys has verified the
 * signature: what a stranger sends is read no further than its issuer.
 */
final class SignedListReader {

    private static final Map<String, String> ALGORITHMS = Map.of(
            "1.2.840.113549.1.1.11", "SHA256withRSA",
            "1.2.840.113549.1.1.12", "SHA384withRSA",
            "1.2.840.113549.1.1.13", "SHA512withRSA",
            "1.2.840.10045.4.3.2", "SHA256withECDSA",
            "1.2.840.10045.4.3.3", "SHA384withECDSA",
            "1.2.840.10045.4.3.4", "SHA512withECDSA");

    private static final int CRL_SIGN = 6;

    private final List<X509Certificate> authorities;

    SignedListReader(List<X509Certificate> authorities) {
        this.authorities = authorities;
    }

    SignedList read(byte[] der) throws RefusedListException {
        try {
            Der whole = new Der(der);
            Der list = whole.take(Der.SEQUENCE).inside();
            whole.finish();
            Der.Element signed = list.take(Der.SEQUENCE);
            byte[] algorithm = list.take(Der.SEQUENCE).encoded();
            byte[] signature = list.take(Der.BIT_STRING).value();
            list.finish();

            Der body = signed.inside();
            byte[] version = body.take(Der.INTEGER).value();
            byte[] sameAlgorithm = body.take(Der.SEQUENCE).encoded();
            if (!Arrays.equals(version, new byte[] {1}) || !Arrays.equals(algorithm, sameAlgorithm)) {
                throw new IOException("not a list of version 2 with one signature algorithm");
            }
            X500Principal issuer = new X500Principal(body.take(Der.SEQUENCE).encoded());
            X509Certificate authority = signer(issuer, nameOf(algorithm), signed, signature);
            return new ListContent(body).read(AuthorityKey.of(authority));
        } catch (IOException | IllegalArgumentException | IllegalStateException | ClassCastException e) {
            // The last three are how the ASN.1 library says that a structure is not what it should be.
            throw new RefusedListException(UNREADABLE, e);
        }
    }

    private static String nameOf(byte[] algorithm) throws RefusedListException {
        String id = AlgorithmIdentifier.getInstance(algorithm).getAlgorithm().getId();
        String name = ALGORITHMS.get(id);
        if (name == null) {
            throw new RefusedListException(WEAK_SIGNATURE, "signature algorithm " + id);
        }
        return name;
    }

    private X509Certificate signer(X500Principal issuer, String algorithm, Der.Element signed, byte[] signature)
            throws RefusedListException {
        List<X509Certificate> named = authorities.stream()
                .filter(authority -> authority.getSubjectX500Principal().equals(issuer))
                .toList();
        if (named.isEmpty()) {
            throw new RefusedListException(UNKNOWN_AUTHORITY, issuer.getName());
        }
        List<X509Certificate> allowed =
                named.stream().filter(SignedListReader::maySignLists).toList();
        if (allowed.isEmpty()) {
            throw new RefusedListException(NOT_A_LIST_SIGNER, issuer.getName());
        }
        return allowed.stream()
                .filter(authority -> verifies(authority, algorithm, signed, signature))
                .findFirst()
                .orElseThrow(() -> new RefusedListException(FORGED, issuer.getName()));
    }

    private static boolean maySignLists(X509Certificate authority) {
        boolean[] usage = authority.getKeyUsage();
        return usage != null && usage[CRL_SIGN];
    }

    private static boolean verifies(X509Certificate authority, String algorithm, Der.Element signed, byte[] signature) {
        if (signature.length < 2 || signature[0] != 0 || !algorithm.endsWith(kindOf(authority))) {
            return false;
        }
        try {
            Signature check = Signature.getInstance(algorithm);
            check.initVerify(authority.getPublicKey());
            check.update(signed.bytes(), signed.from(), signed.end() - signed.from());
            return check.verify(signature, 1, signature.length - 1);
        } catch (SignatureException e) {
            return false; // a signature that is not even shaped like one
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot verify with the key of " + authority.getSubjectX500Principal(), e);
        }
    }

    private static String kindOf(X509Certificate authority) {
        String kind = authority.getPublicKey().getAlgorithm();
        return kind.equals("EC") ? "withECDSA" : "with" + kind;
    }
}
