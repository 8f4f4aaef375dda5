package fr.sisamu.portail.liberty;

import fr.sisamu.portail.partners.igc.Card;
import fr.sisamu.portail.partners.igc.DemonstrationPki;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** The files of the demonstration's PKI, made at build time. */
public final class DemonstrationFiles {

    private static final Path DIRECTORY = Path.of(System.getProperty("demo.pki"));

    private DemonstrationFiles() {}

    /** The authority of the server's certificate, in PEM. */
    public static Path serverAuthority() {
        return DIRECTORY.resolve("server-ca.pem");
    }

    /** The PKCS#12 of a card, to be imported with {@link DemonstrationPki#PASSWORD}. */
    public static Path cardFile(String name) {
        return DIRECTORY.resolve("cards").resolve(name + ".p12");
    }

    public static Card card(String name) {
        try {
            return DemonstrationPki.read(cardFile(name), name);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("no card " + name, e);
        }
    }
}
