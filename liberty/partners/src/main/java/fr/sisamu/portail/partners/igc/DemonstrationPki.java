package fr.sisamu.portail.partners.igc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/**
 * Writes the keys of the demonstration into a directory: the server's, the anchors of the card endpoint, the cards to
 * import in a browser, the authorities' for the simulated revocation server. Leaves a set alone that is good for another
 * month, so that cards imported yesterday still open today's server.
 */
public final class DemonstrationPki {

    /** The password of every PKCS#12 of the demonstration; it guards nothing. */
    public static final String PASSWORD = "demo-si-samu";

    private static final Duration MONTH = Duration.ofDays(30);

    private final Path directory;
    private final Clock clock;

    private DemonstrationPki(Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** Usage: DemonstrationPki directory. */
    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        new DemonstrationPki(Path.of(arguments[0]), Clock.systemUTC()).writeUnlessGood();
    }

    private void writeUnlessGood() throws IOException, GeneralSecurityException {
        if (isGood()) {
            return;
        }
        Files.createDirectories(
                directory.resolve("cards"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        FakeIgc igc = FakeIgc.create(clock);
        for (Card card : igc.cards()) {
            Files.write(directory.resolve("cards").resolve(card.name() + ".p12"), card.p12(PASSWORD.toCharArray()));
        }
        writeTrust("trust-personnes.p12", igc.personnesAuthorities());
        writeTrust("trust-tout.p12", igc.wholeChain());
        writeAuthorities(igc);
        writeServer(ServerPair.create(clock));
    }

    /** The server's store is written last, so that its presence says that the set is whole. */
    private boolean isGood() throws IOException, GeneralSecurityException {
        Path file = directory.resolve("server.p12");
        if (!Files.exists(file)) {
            return false;
        }
        X509Certificate certificate = (X509Certificate) load(file).getCertificate("server");
        return certificate.getNotAfter().toInstant().isAfter(clock.instant().plus(MONTH));
    }

    private void writeServer(ServerPair server) throws IOException, GeneralSecurityException {
        String pem = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(server.authority().getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        Files.write(directory.resolve("server-ca.pem"), pem.getBytes(StandardCharsets.US_ASCII));
        KeyStore store = emptyStore();
        store.setKeyEntry("server", server.keys().getPrivate(), PASSWORD.toCharArray(), new X509Certificate[] {
            server.certificate(), server.authority()
        });
        save(store, "server.p12");
    }

    private void writeTrust(String file, List<X509Certificate> certificates)
            throws IOException, GeneralSecurityException {
        KeyStore store = emptyStore();
        for (X509Certificate certificate : certificates) {
            store.setCertificateEntry("authority" + store.size(), certificate);
        }
        save(store, file);
    }

    private void writeAuthorities(FakeIgc igc) throws IOException, GeneralSecurityException {
        KeyStore store = emptyStore();
        for (Authority authority : igc.authorities()) {
            store.setKeyEntry(authority.name(), authority.privateKey(), PASSWORD.toCharArray(), new X509Certificate[] {
                authority.certificate()
            });
        }
        save(store, "authorities.p12");
    }

    private void save(KeyStore store, String file) throws IOException, GeneralSecurityException {
        try (OutputStream out = Files.newOutputStream(directory.resolve(file))) {
            store.store(out, PASSWORD.toCharArray());
        }
    }

    private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    /** The pair under this name in one of the directory's files, for instance a card's. */
    public static Card read(Path file, String name) throws IOException, GeneralSecurityException {
        KeyStore store = load(file);
        return new Card(name, (X509Certificate) store.getCertificate(name), (PrivateKey)
                store.getKey(name, PASSWORD.toCharArray()));
    }
}
