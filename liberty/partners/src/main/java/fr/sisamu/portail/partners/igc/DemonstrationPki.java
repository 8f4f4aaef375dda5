package fr.sisamu.portail.partners.igc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Writes the keys of the demonstration into a directory: the server's, the anchors of the card endpoint, the cards to
 * import in a browser, the authorities' for the simulated revocation server, the portal's at Pro Santé Connect. Leaves a set alone that is good for another
 * month, so that cards imported yesterday still open today's server.
 */
public final class DemonstrationPki {

    /** The password of every PKCS#12 of the demonstration; it guards nothing. */
    public static final String PASSWORD = "demo-si-samu";

    /** The pair by which the portal names itself to Pro Santé Connect, in {@code psc-client.p12}. */
    public static final String PSC_CLIENT = "psc-client";

    private static final Duration MONTH = Duration.ofDays(30);

    private final Path directory;
    private final Clock clock;

    DemonstrationPki(Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** Usage: DemonstrationPki directory. */
    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        DemonstrationPki pki = new DemonstrationPki(Path.of(arguments[0]), Clock.systemUTC());
        if (!pki.isGood()) {
            pki.write(FakeIgc.create(pki.clock));
        }
    }

    /** Writes the whole set, over any that is there. */
    public static void write(Path directory, FakeIgc igc, Clock clock) throws IOException, GeneralSecurityException {
        new DemonstrationPki(directory, clock).write(igc);
    }

    private void write(FakeIgc igc) throws IOException, GeneralSecurityException {
        OwnerOnly.makeDirectory(directory.resolve("cards"));
        OwnerOnly.makeDirectory(directory.resolve("authorities"));
        for (Card card : igc.cards()) {
            OwnerOnly.write(cardFile(card.name()), card.p12(PASSWORD.toCharArray()));
        }
        OwnerOnly.write(directory.resolve("cards.tsv"), CardGuide.of(igc).getBytes(StandardCharsets.UTF_8));
        writeTrust("trust-personnes.p12", igc.personnesAuthorities());
        writeTrust("trust-tout.p12", igc.wholeChain());
        writeTrust(
                "trust-organisations.p12", List.of(igc.authority("ACI-EL-ORG").certificate()));
        writePscClient(igc.card("org-auth-cli"));
        writeAuthorities(igc);
        writeServer(ServerPair.create(clock));
    }

    /** The server's store is written last, so that its presence says that the set is whole. */
    boolean isGood() throws IOException, GeneralSecurityException {
        Path file = directory.resolve("server.p12");
        if (!Files.exists(file)) {
            return false;
        }
        boolean allCards = CardCatalogue.specs().stream().allMatch(card -> Files.exists(cardFile(card.name())));
        X509Certificate certificate = (X509Certificate) load(file).getCertificate("server");
        return allCards
                && Files.exists(pscClientFile())
                && certificate.getNotAfter().toInstant().isAfter(clock.instant().plus(MONTH));
    }

    /** With the certificate apart, for whoever registers the portal at a provider. */
    private void writePscClient(Card organisation) throws IOException, GeneralSecurityException {
        Card client = new Card(PSC_CLIENT, organisation.certificate(), organisation.privateKey());
        OwnerOnly.write(pscClientFile(), client.p12(PASSWORD.toCharArray()));
        OwnerOnly.write(directory.resolve(PSC_CLIENT + ".pem"), Pem.of(client.certificate()));
    }

    private Path pscClientFile() {
        return directory.resolve(PSC_CLIENT + ".p12");
    }

    private void writeServer(ServerPair server) throws IOException, GeneralSecurityException {
        OwnerOnly.write(directory.resolve("server-ca.pem"), Pem.of(server.authority()));
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
            OwnerOnly.write(
                    directory.resolve("authorities").resolve(authority.name() + ".pem"),
                    Pem.of(authority.certificate()));
            store.setKeyEntry(authority.name(), authority.privateKey(), PASSWORD.toCharArray(), new X509Certificate[] {
                authority.certificate()
            });
        }
        save(store, "authorities.p12");
    }

    private void save(KeyStore store, String file) throws IOException, GeneralSecurityException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, PASSWORD.toCharArray());
        OwnerOnly.write(directory.resolve(file), bytes.toByteArray());
    }

    private Path cardFile(String name) {
        return directory.resolve("cards").resolve(name + ".p12");
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

    /**
     * The pair under this name in one of the directory's files, for instance a card's.
     *
     * @throws KeyStoreException if the file holds no such name
     */
    public static Card read(Path file, String name) throws IOException, GeneralSecurityException {
        KeyStore store = load(file);
        if (!store.isKeyEntry(name)) {
            throw new KeyStoreException("no " + name + " in " + file);
        }
        return new Card(name, (X509Certificate) store.getCertificate(name), (PrivateKey)
                store.getKey(name, PASSWORD.toCharArray()));
    }
}
