package fr.sisamu.portail.partners.igc;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/**
 * The demonstration server's TLS key and certificate, P-256 because its handshake costs half of RSA's, and the little
 * authority of its own that a browser must trust.
 */
record ServerPair(KeyPair keys, X509Certificate certificate, X509Certificate authority) {

    private static final Duration YESTERDAY = Duration.ofDays(-1);

    /** Browsers refuse server certificates of more than 398 days. */
    private static final Duration LIFE = Duration.ofDays(390);

    static ServerPair create(Clock clock) {
        CertificateMaker maker = new CertificateMaker(clock.instant());
        KeyPair authorityKeys = Keys.p256();
        X500Name authorityName = new X500Name("CN=Portail SI-SAMU - AC de demonstration,O=FACTICE");
        X509Certificate authority = maker.selfSigned(authorityName, authorityKeys, YESTERDAY, LIFE, builder -> {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
        });
        KeyPair keys = Keys.p256();
        X509Certificate certificate = maker.sign(
                new X500Name("CN=localhost,O=FACTICE"),
                keys,
                new Authority("server-ca", authority, authorityKeys.getPrivate()),
                YESTERDAY,
                LIFE,
                builder -> {
                    builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
                    builder.addExtension(
                            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
                    builder.addExtension(Extension.subjectAlternativeName, false, names());
                });
        return new ServerPair(keys, certificate, authority);
    }

    private static GeneralNames names() {
        return new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, "localhost"),
            new GeneralName(GeneralName.dNSName, "*.carte.localhost"),
            new GeneralName(GeneralName.iPAddress, "127.0.0.1")
        });
    }
}
