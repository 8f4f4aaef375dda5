package fr.sisamu.portail.partners.igc;

import static fr.sisamu.portail.partners.igc.Igc.card;
import static fr.sisamu.portail.partners.igc.Igc.extension;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decisive bytes of the cards, compared with those read on real test cards. */
class CardShapeTest {

    private static final String ARC = "1.2.250.1.71.1.2.";

    @ParameterizedTest
    @CsvSource({
        "cps-medecin-auth,       020100, 040180, 02010a",
        "cpf-interne-auth,       020101, 040180, 02010a",
        "cpe-arm-auth,           020102, 040180, absent",
        "cpa-auth,               020103, 040180, absent",
        "cps-adeli-auth,         020100, 040180, 02013c",
        "cps-medecin-production, 020100, 040100, 02010a",
        "cps-medecin-sans-ext,   absent, absent, absent",
    })
    void bearsTheBytesOfRealCards(String name, String type, String category, String profession) throws IOException {
        assertThat(extension(card(name), ARC + "2")).isEqualTo(type);
        assertThat(extension(card(name), ARC + "5")).isEqualTo(category);
        assertThat(extension(card(name), ARC + "7")).isEqualTo(profession);
    }

    @Test
    void writesTheTokenAsAPrintableStringOfTwoTenDigitNumbers() throws IOException {
        String token = extension(card("cps-medecin-auth"), ARC + "3");

        assertThat(token).startsWith("1315").hasSize(2 * (2 + 21));
    }

    @Test
    void keepsSurnameGivenNameAndIdentifierInOneRdn() throws CertificateEncodingException {
        RDN[] rdns = new JcaX509CertificateHolder(card("cps-medecin-auth"))
                .getSubject()
                .getRDNs();

        assertThat(rdns).extracting(RDN::size).containsExactly(1, 1, 3);
    }

    @Test
    void hidesNoSecondIdentifierInTheSurnameOfTheInjector() throws CertificateEncodingException {
        X500Name subject = new JcaX509CertificateHolder(card("cps-injection-auth")).getSubject();

        assertThat(identifiers(subject)).containsExactly("899999000047");
        assertThat(SubjectAttribute.of(subject, BCStyle.SURNAME)).contains("FACTICE, CN=899999000021+CN=899999000021");
    }

    @Test
    void putsTwoIdentifiersOnTheAmbiguousCard() throws CertificateEncodingException {
        X500Name subject = new JcaX509CertificateHolder(card("cps-deux-cn")).getSubject();

        assertThat(identifiers(subject)).containsExactlyInAnyOrder("899999000021", "899999000013");
    }

    @Test
    void givesTheSignatureCertificateOtherUsages() throws CertificateParsingException {
        boolean[] signature = card("cps-medecin-signature").getKeyUsage();

        assertThat(signature[0]).as("digitalSignature").isFalse();
        assertThat(signature[1]).as("nonRepudiation").isTrue();
        assertThat(card("cps-medecin-auth").getExtendedKeyUsage())
                .containsExactly("1.3.6.1.5.5.7.3.2", "1.3.6.1.4.1.311.20.2.2");
    }

    @Test
    void namesThePrincipalByTypeAndNumber() throws CertificateParsingException {
        assertThat(card("cps-medecin-auth").getSubjectAlternativeNames())
                .singleElement()
                .satisfies(name -> assertThat(
                                new String((byte[]) List.copyOf(name).get(1), StandardCharsets.UTF_8))
                        .contains("8.99999000013@carte-cps.invalid"));
    }

    @Test
    void renewsACardForTheSamePersonUnderAnotherNumber() {
        X509Certificate renewed = card("cps-medecin-renouvele");

        assertThat(renewed.getSubjectX500Principal())
                .isEqualTo(card("cps-medecin-auth").getSubjectX500Principal());
        assertThat(renewed.getSerialNumber())
                .isNotEqualTo(card("cps-medecin-auth").getSerialNumber());
    }

    @Test
    void pointsToTheKeyOfItsAuthority() throws CertificateEncodingException {
        JcaX509CertificateHolder card = new JcaX509CertificateHolder(card("cps-medecin-auth"));
        JcaX509CertificateHolder rogue = new JcaX509CertificateHolder(card("cps-medecin-faux-ac"));

        assertThat(AuthorityKeyIdentifier.fromExtensions(card.getExtensions()).getKeyIdentifierOctets())
                .isNotEqualTo(AuthorityKeyIdentifier.fromExtensions(rogue.getExtensions())
                        .getKeyIdentifierOctets());
        assertThat(card.getIssuer()).isEqualTo(rogue.getIssuer());
    }

    @Test
    void makesBigAndUnknownExtensions() throws CertificateEncodingException {
        assertThat(card("cps-64k").getEncoded()).hasSizeBetween(64_000, 67_000);
        assertThat(card("cps-critical-ext").hasUnsupportedCriticalExtension()).isTrue();
        assertThat(card("cps-64k").hasUnsupportedCriticalExtension()).isFalse();
    }

    @Test
    void signsWithSha256AndRsa2048() {
        assertThat(Igc.IGC.cards()).allSatisfy(card -> {
            assertThat(card.certificate().getSigAlgName()).isEqualTo("SHA256withRSA");
            assertThat(((RSAPublicKey) card.certificate().getPublicKey())
                            .getModulus()
                            .bitLength())
                    .isEqualTo(2048);
            assertThat(card.certificate().getExtensionValue(Extension.cRLDistributionPoints.getId()))
                    .isNotNull();
        });
    }

    private static List<String> identifiers(X500Name subject) {
        return Arrays.stream(subject.getRDNs())
                .flatMap(rdn -> Arrays.stream(rdn.getTypesAndValues()))
                .filter(attribute -> attribute.getType().equals(BCStyle.CN))
                .map(attribute -> attribute.getValue().toString())
                .toList();
    }
}
