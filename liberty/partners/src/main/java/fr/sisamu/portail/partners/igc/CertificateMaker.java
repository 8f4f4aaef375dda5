package fr.sisamu.portail.partners.igc;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Signs certificates. The extensions come from the caller; the two key identifiers and the serial number from here. */
final class CertificateMaker {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Instant now;

    CertificateMaker(Instant now) {
        this.now = now;
    }

    /** Adds the extensions that make the difference. */
    @FunctionalInterface
    interface Extensions {
        void addTo(X509v3CertificateBuilder certificate) throws IOException;
    }

    /** A certificate that signs itself; it names no other key than its own. */
    X509Certificate selfSigned(X500Name subject, KeyPair keys, Duration from, Duration until, Extensions extensions) {
        return sign(subject, keys, subject, keys.getPrivate(), from, until, extensions);
    }

    /** A certificate of this authority, which it names by its key too: the rogue has only the same name. */
    X509Certificate sign(
            X500Name subject, KeyPair keys, Authority issuer, Duration from, Duration until, Extensions extensions) {
        X509Certificate above = issuer.certificate();
        X500Name name = X500Name.getInstance(above.getSubjectX500Principal().getEncoded());
        return sign(subject, keys, name, issuer.privateKey(), from, until, certificate -> {
            certificate.addExtension(Extension.authorityKeyIdentifier, false, keyIdentifierOf(above));
            extensions.addTo(certificate);
        });
    }

    private static AuthorityKeyIdentifier keyIdentifierOf(X509Certificate authority) {
        byte[] extension = authority.getExtensionValue(Extension.subjectKeyIdentifier.getId());
        byte[] value = ASN1OctetString.getInstance(extension).getOctets();
        return new AuthorityKeyIdentifier(
                SubjectKeyIdentifier.getInstance(value).getKeyIdentifier());
    }

    private X509Certificate sign(
            X500Name subject,
            KeyPair keys,
            X500Name issuer,
            PrivateKey issuerKey,
            Duration from,
            Duration until,
            Extensions extensions) {
        try {
            X509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(
                    issuer,
                    new BigInteger(127, RANDOM).setBit(126),
                    Date.from(now.plus(from)),
                    Date.from(now.plus(until)),
                    subject,
                    keys.getPublic());
            certificate.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
            extensions.addTo(certificate);
            String algorithm = issuerKey.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
            return new JcaX509CertificateConverter()
                    .getCertificate(certificate.build(new JcaContentSignerBuilder(algorithm).build(issuerKey)));
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("no certificate for " + subject, e);
        }
    }
}
