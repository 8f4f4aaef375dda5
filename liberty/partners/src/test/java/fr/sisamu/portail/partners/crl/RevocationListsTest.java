package fr.sisamu.portail.partners.crl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sisamu.portail.partners.fault.FaultMode;
import fr.sisamu.portail.partners.igc.DemonstrationPki;
import fr.sisamu.portail.partners.igc.Igc;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SignatureException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists that the simulated revocation server gives, good and spoilt. */
class RevocationListsTest {

    private static final Instant NOW = Igc.NOW;

    @TempDir
    static Path directory;

    @BeforeAll
    static void writeThePki() throws IOException, GeneralSecurityException {
        DemonstrationPki.write(directory, Igc.IGC, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACR-FO", "ACI-FO-PP", "ACI-ST-PP", "ACI-EL-PP", "ACI-EL-ORG"})
    void signsWithTheAuthoritysKey(String name) throws IOException, GeneralSecurityException {
        X509CRL list = full(name, FaultMode.NORMAL, NOW);

        list.verify(authority(name).getPublicKey());
        assertThat(list.getIssuerX500Principal()).isEqualTo(authority(name).getSubjectX500Principal());
        assertThat(list.getThisUpdate()).isBefore(Date.from(NOW));
        assertThat(list.getNextUpdate()).isAfter(Date.from(NOW.plus(Duration.ofDays(6))));
    }

    @Test
    void revokesEachAuthoritysOwnCardsAndNoOther() throws IOException, GeneralSecurityException {
        X509CRL fort = full("ACI-FO-PP", FaultMode.NORMAL, NOW);
        X509CRL standard = full("ACI-ST-PP", FaultMode.NORMAL, NOW);

        assertThat(fort.isRevoked(card("cps-medecin-revoque"))).isTrue();
        assertThat(fort.isRevoked(card("cps-medecin-auth"))).isFalse();
        assertThat(fort.getRevokedCertificates()).hasSize(1);
        assertThat(standard.isRevoked(card("cpe-arm-revoque"))).isTrue();
        assertThat(full("ACI-EL-PP", FaultMode.NORMAL, NOW).getRevokedCertificates())
                .isNull();
    }

    @Test
    void numbersALaterListHigher() throws IOException, GeneralSecurityException {
        X509CRL later = full("ACI-FO-PP", FaultMode.NORMAL, NOW.plusSeconds(1));

        assertThat(number(later, Extension.cRLNumber.getId()))
                .isGreaterThan(number(full("ACI-FO-PP", FaultMode.NORMAL, NOW), Extension.cRLNumber.getId()));
    }

    @Test
    void startsItsDeltaFromAListOfTheWeekBefore() throws IOException, GeneralSecurityException {
        X509CRL delta = read(lists(NOW).delta("ACI-FO-PP", FaultMode.NORMAL));
        X509CRL yesterday = full("ACI-FO-PP", FaultMode.NORMAL, NOW.minus(Duration.ofDays(1)));

        delta.verify(authority("ACI-FO-PP").getPublicKey());
        assertThat(delta.getCriticalExtensionOIDs()).containsExactly(Extension.deltaCRLIndicator.getId());
        assertThat(number(yesterday, Extension.cRLNumber.getId()))
                .isGreaterThan(number(delta, Extension.deltaCRLIndicator.getId()))
                .isLessThan(number(delta, Extension.cRLNumber.getId()));
    }

    @Test
    void givesAnOutdatedListWhenStale() throws IOException, GeneralSecurityException {
        assertThat(full("ACI-FO-PP", FaultMode.STALE, NOW).getNextUpdate()).isBefore(Date.from(NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACI-FO-PP", "ACI-ST-PP", "ACI-EL-PP"})
    void forgesNothingButTheSignature(String name) throws IOException, GeneralSecurityException {
        X509CRL forged = full(name, FaultMode.FORGED, NOW);

        assertThat(forged.getIssuerX500Principal()).isEqualTo(authority(name).getSubjectX500Principal());
        assertThatThrownBy(() -> forged.verify(authority(name).getPublicKey())).isInstanceOf(SignatureException.class);
    }

    private static X509CRL full(String name, FaultMode mode, Instant now) throws IOException, GeneralSecurityException {
        return read(lists(now).full(name, mode));
    }

    private static RevocationLists lists(Instant now) {
        return new RevocationLists(directory, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static X509CRL read(byte[] der) throws GeneralSecurityException {
        return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der));
    }

    private static BigInteger number(X509CRL list, String oid) {
        byte[] value = ASN1OctetString.getInstance(list.getExtensionValue(oid)).getOctets();
        return ASN1Integer.getInstance(value).getValue();
    }

    private static X509Certificate authority(String name) throws IOException, GeneralSecurityException {
        return DemonstrationPki.read(directory.resolve("authorities.p12"), name).certificate();
    }

    private static X509Certificate card(String name) throws IOException, GeneralSecurityException {
        return DemonstrationPki.read(directory.resolve("cards").resolve(name + ".p12"), name)
                .certificate();
    }
}
