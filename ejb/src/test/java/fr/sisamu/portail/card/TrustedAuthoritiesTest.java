package fr.sisamu.portail.card;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.TestDatabase;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustedAuthoritiesTest {

    static final List<X509Certificate> PERSONNES = CardWorld.IGC.personnesAuthorities();

    @TempDir
    Path directory;

    static TrustedAuthorities read(String file, String password) {
        return new Portal(TestDatabase.of(TestDatabase.Kind.H2))
                .with("portail.card.anchors", file)
                .with("portail.card.anchors-password", password)
                .get(TrustedAuthorities.class);
    }

    Path keyStore() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (X509Certificate authority : PERSONNES) {
            store.setCertificateEntry(authority.getSerialNumber().toString(), authority);
        }
        Path file = directory.resolve("anchors.P12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, "secret".toCharArray());
        }
        return file;
    }

    @Test
    void readsAPemFile() {
        TrustedAuthorities authorities = read(CardWorld.pem(PERSONNES).toString(), "");

        assertThat(authorities.all()).containsExactlyElementsOf(PERSONNES);
        assertThat(authorities.problem()).isEmpty();
    }

    @Test
    void readsAKeyStore() throws Exception {
        assertThat(read(keyStore().toString(), "secret").all()).containsExactlyInAnyOrderElementsOf(PERSONNES);
    }

    @Test
    void saysWhichSettingIsWrongAndStartsAllTheSame() throws Exception {
        Path empty = Files.createFile(directory.resolve("empty.pem"));
        Path garbage = Files.writeString(directory.resolve("garbage.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n");

        for (TrustedAuthorities unusable : List.of(
                read("", ""),
                read("/nowhere/anchors.pem", ""),
                read("\0", ""),
                read(empty.toString(), ""),
                read(garbage.toString(), ""),
                read(keyStore().toString(), "another password"))) {
            assertThat(unusable.problem().orElseThrow()).startsWith("portail.card.anchors: ");
            assertThat(unusable.all()).isEmpty();
        }
    }

    @Test
    void findsTheIssuerByItsKeyAmongAuthoritiesOfTheSameName() {
        X509Certificate rogue = CardWorld.IGC.authority("FAUX-ACI-FO-PP").certificate();
        X509Certificate good = CardWorld.IGC.authority("ACI-FO-PP").certificate();
        TrustedAuthorities both = read(CardWorld.pem(List.of(rogue, good)).toString(), "");

        assertThat(both.issuerOf(CardWorld.card("cps-medecin-auth"))).contains(good);
        assertThat(both.issuerOf(CardWorld.card("cps-medecin-autosigne"))).isEmpty();
    }
}
