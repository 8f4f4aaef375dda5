package fr.sisamu.portail.liberty;

import fr.sisamu.portail.partners.igc.Card;
import fr.sisamu.portail.partners.igc.DemonstrationPki;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;

/** The files of the demonstration's PKI, made at build time. */
public final class DemonstrationFiles {

    private static final Path DIRECTORY = Path.of(System.getProperty("demo.pki"));

    /** Of every key of the demonstration. */
    public static final String PASSWORD = DemonstrationPki.PASSWORD;

    private DemonstrationFiles() {}

    /** The authority of the server's certificate, in PEM. */
    public static Path serverAuthority() {
        return DIRECTORY.resolve("server-ca.pem");
    }

    /** The key and certificate of the server, a PKCS#12. */
    public static Path serverKey() {
        return DIRECTORY.resolve("server.p12");
    }

    /** The key and the certificate of the server, for whoever ends TLS in its place. */
    public static Card server() {
        return read(serverKey(), "server");
    }

    /** The same in one PEM text, for software that cannot read PKCS#12. */
    public static String serverPem() {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            pem.writeObject(new JcaPKCS8Generator(server().privateKey(), null));
            pem.writeObject(server().certificate());
        } catch (IOException e) {
            throw new UncheckedIOException("no key of the server", e);
        }
        return text.toString();
    }

    /** An authority of the fake IGC-Santé in PEM, for instance {@code ACI-FO-PP}. */
    public static Path authority(String name) {
        return DIRECTORY.resolve("authorities").resolve(name + ".pem");
    }

    /** The PKCS#12 of a card, to be imported with {@link DemonstrationPki#PASSWORD}. */
    public static Path cardFile(String name) {
        return DIRECTORY.resolve("cards").resolve(name + ".p12");
    }

    public static Card card(String name) {
        return read(cardFile(name), name);
    }

    /** By which the portal names itself to Pro Santé Connect. */
    public static Card pscClient() {
        return read(DIRECTORY.resolve("psc-client.p12"), DemonstrationPki.PSC_CLIENT);
    }

    private static Card read(Path file, String name) {
        try {
            return DemonstrationPki.read(file, name);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("no " + name + " in " + file, e);
        }
    }
}
