package fr.sisamu.portail.partners.igc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The directory that the demonstration's server and its browsers read. */
class DemonstrationPkiTest {

    @TempDir
    static Path directory;

    @BeforeAll
    static void write() throws IOException, GeneralSecurityException {
        DemonstrationPki.write(directory, Igc.IGC, at(Duration.ZERO));
    }

    private static Clock at(Duration later) {
        return Clock.fixed(Igc.NOW.plus(later), ZoneOffset.UTC);
    }

    @Test
    void givesBackEachPairAsItWasWritten() throws IOException, GeneralSecurityException {
        Card doctor = DemonstrationPki.read(directory.resolve("cards/cps-medecin-auth.p12"), "cps-medecin-auth");
        Card authority = DemonstrationPki.read(directory.resolve("authorities.p12"), "ACI-FO-PP");

        doctor.certificate().verify(authority.certificate().getPublicKey());
        assertThat(doctor.privateKey().getAlgorithm()).isEqualTo("RSA");
    }

    @Test
    void refusesANameThatAFileDoesNotHold() {
        assertThatThrownBy(() -> DemonstrationPki.read(directory.resolve("authorities.p12"), "ACI-NOBODY"))
                .isInstanceOf(KeyStoreException.class)
                .hasMessageContaining("ACI-NOBODY");
    }

    @Test
    void trustsTheThreePersonnesAuthoritiesAlone() throws IOException, GeneralSecurityException {
        KeyStore trust = store("trust-personnes.p12");

        assertThat(Collections.list(trust.aliases())).hasSize(3).allMatch(alias -> trusted(trust, alias));
        assertThat(Collections.list(store("trust-tout.p12").aliases())).hasSize(7);
    }

    @Test
    void certifiesTheServerForItsNamesAndNotForLongerThanBrowsersAllow() throws IOException, GeneralSecurityException {
        X509Certificate server = (X509Certificate) store("server.p12").getCertificate("server");

        assertThat(server.getSubjectAlternativeNames())
                .extracting(name -> (String) name.get(1))
                .containsExactly("localhost", "*.carte.localhost", "127.0.0.1");
        assertThat(Duration.between(
                        server.getNotBefore().toInstant(), server.getNotAfter().toInstant()))
                .isLessThanOrEqualTo(Duration.ofDays(397));
        assertThat(server.getPublicKey().getAlgorithm()).isEqualTo("EC");
    }

    @Test
    void givesThePortalACertificateThatTheOrganisationsAuthoritySigned() throws IOException, GeneralSecurityException {
        Card client = DemonstrationPki.read(directory.resolve("psc-client.p12"), DemonstrationPki.PSC_CLIENT);
        KeyStore trust = store("trust-organisations.p12");

        assertThat(Collections.list(trust.aliases())).hasSize(1);
        client.certificate()
                .verify(trust.getCertificate(trust.aliases().nextElement()).getPublicKey());
        assertThat(client.certificate().getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
    }

    @Test
    void tellsOfEachCardWhoseItIsAndWhatComesOfIt() throws IOException {
        assertThat(Files.readAllLines(directory.resolve("cards.tsv")))
                .hasSize(1 + CardCatalogue.specs().size())
                .contains("cpe-arm-auth\tcards/cpe-arm-auth.p12\tLÉA ARM FACTICE\t3999990005/ARM0042\tcarte acceptée")
                .noneMatch(line -> line.contains("null"));
    }

    @Test
    void letsNobodyElseReadTheFiles() throws IOException {
        try (Stream<Path> files = Files.walk(directory).filter(Files::isRegularFile)) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                            .containsExactlyInAnyOrder(
                                    PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
        }
    }

    @Test
    void keepsASetUntilTheLastMonthOfItsServersCertificate() throws IOException, GeneralSecurityException {
        assertThat(new DemonstrationPki(directory, at(Duration.ofDays(359))).isGood())
                .isTrue();
        assertThat(new DemonstrationPki(directory, at(Duration.ofDays(361))).isGood())
                .isFalse();
    }

    @Test
    void replacesASetThatLacksACard(@TempDir Path other) throws IOException, GeneralSecurityException {
        DemonstrationPki.write(other, Igc.IGC, at(Duration.ZERO));
        Files.delete(other.resolve("cards/cps-64k.p12"));

        assertThat(new DemonstrationPki(other, at(Duration.ZERO)).isGood()).isFalse();
    }

    private static boolean trusted(KeyStore store, String alias) {
        try {
            return store.isCertificateEntry(alias);
        } catch (KeyStoreException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore store(String file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(directory.resolve(file))) {
            store.load(in, DemonstrationPki.PASSWORD.toCharArray());
        }
        return store;
    }
}
