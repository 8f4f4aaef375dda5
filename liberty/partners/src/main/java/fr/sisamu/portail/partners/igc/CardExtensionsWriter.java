package fr.sisamu.portail.partners.igc;

import java.io.IOException;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;

/** The extensions of a card, with the DER shapes seen on real test cards. */
final class CardExtensionsWriter {

    private static final String ARC = "1.2.250.1.71.1.2.";
    private static final ASN1ObjectIdentifier UPN = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.20.2.3");

    /** An arc reserved for examples (ITU-T X.660). */
    private static final ASN1ObjectIdentifier EXAMPLE = new ASN1ObjectIdentifier("2.999.71");

    private final CardSpec spec;
    private final X500Name subject;
    private final String tokenId;

    CardExtensionsWriter(CardSpec spec, X500Name subject, String tokenId) {
        this.spec = spec;
        this.subject = subject;
        this.tokenId = tokenId;
    }

    void addTo(X509v3CertificateBuilder certificate) throws IOException {
        certificate.addExtension(Extension.basicConstraints, false, new BasicConstraints(false));
        certificate.addExtension(Extension.cRLDistributionPoints, false, distributionPoint());
        usages(certificate);
        Optional<String> identifier = SubjectAttribute.of(subject, BCStyle.CN);
        if (spec.usage() == CardSpec.Usage.LOGIN && spec.category().isPresent() && identifier.isPresent()) {
            certificate.addExtension(Extension.subjectAlternativeName, false, principalName(identifier.get()));
        }
        if (spec.category().isPresent()) {
            privateExtensions(certificate);
        }
        if (spec.padding() > 0) {
            certificate.addExtension(EXAMPLE.branch("1"), false, new DEROctetString(new byte[spec.padding()]));
        }
        if (spec.unknownCritical()) {
            certificate.addExtension(EXAMPLE.branch("2"), true, new DERUTF8String("unknown to everybody"));
        }
    }

    private void usages(X509v3CertificateBuilder certificate) throws IOException {
        int usage = switch (spec.usage()) {
            case SIGNATURE -> KeyUsage.nonRepudiation;
            case ORGANISATION_SERVER -> KeyUsage.digitalSignature | KeyUsage.keyEncipherment;
            case LOGIN, ORGANISATION_CLIENT, OCSP -> KeyUsage.digitalSignature;
        };
        KeyPurposeId[] purposes = switch (spec.usage()) {
            case LOGIN -> new KeyPurposeId[] {KeyPurposeId.id_kp_clientAuth, KeyPurposeId.id_kp_smartcardlogon};
            case SIGNATURE -> new KeyPurposeId[] {KeyPurposeId.id_kp_emailProtection};
            case ORGANISATION_SERVER ->
                new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth};
            case ORGANISATION_CLIENT -> new KeyPurposeId[] {KeyPurposeId.id_kp_clientAuth};
            case OCSP -> new KeyPurposeId[] {KeyPurposeId.id_kp_OCSPSigning};
        };
        certificate.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
        certificate.addExtension(
                Extension.extendedKeyUsage, spec.usage() == CardSpec.Usage.OCSP, new ExtendedKeyUsage(purposes));
    }

    private void privateExtensions(X509v3CertificateBuilder certificate) throws IOException {
        byte[] category = {spec.category().orElseThrow().byteValue()};
        certificate.addExtension(oid("5"), false, new DEROctetString(category));
        certificate.addExtension(oid("2"), false, new ASN1Integer(spec.type()));
        certificate.addExtension(oid("3"), false, new DERPrintableString(tokenId));
        if (spec.profession().isPresent()) {
            certificate.addExtension(
                    oid("7"), false, new ASN1Integer(spec.profession().get()));
        }
    }

    private static ASN1ObjectIdentifier oid(String leaf) {
        return new ASN1ObjectIdentifier(ARC + leaf);
    }

    private CRLDistPoint distributionPoint() {
        String url = "http://127.0.0.1:9080/partners/crl/" + spec.authority() + ".crl";
        GeneralName place = new GeneralName(GeneralName.uniformResourceIdentifier, url);
        return new CRLDistPoint(new DistributionPoint[] {
            new DistributionPoint(new DistributionPointName(new GeneralNames(place)), null, null)
        });
    }

    /** Type digit, dot, number: {@code 8.99999000013@…}, as on cards since March 2011. */
    private static GeneralNames principalName(String identifier) {
        String principal = identifier.charAt(0) + "." + identifier.substring(1) + "@carte-cps.invalid";
        ASN1EncodableVector other = new ASN1EncodableVector();
        other.add(UPN);
        other.add(new DERTaggedObject(true, 0, new DERUTF8String(principal)));
        return new GeneralNames(new GeneralName(GeneralName.otherName, new DERSequence(other)));
    }
}
