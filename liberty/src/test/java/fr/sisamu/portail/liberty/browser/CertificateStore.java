package fr.sisamu.portail.liberty.browser;

import fr.sisamu.portail.liberty.DemonstrationFiles;
import fr.sisamu.portail.partners.igc.DemonstrationPki;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A home of its own for one browser, with the certificate store that Chromium reads there: the authority of our server,
 * and at most one card.
 */
record CertificateStore(Path home) {

    static CertificateStore create(Optional<String> card) {
        try {
            Path home = Files.createTempDirectory("portail-browser");
            Path store = Files.createDirectories(home.resolve(".pki/nssdb"));
            String database = "sql:" + store;
            Command.run("certutil", "-N", "-d", database, "--empty-password");
            String authority = DemonstrationFiles.serverAuthority().toString();
            Command.run("certutil", "-A", "-d", database, "-n", "server-ca", "-t", "C,,", "-i", authority);
            CertificateStore made = new CertificateStore(home);
            card.ifPresent(made::add);
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Imports a card, also while a browser runs on this store. */
    void add(String card) {
        Command.run(
                "pk12util",
                "-i",
                DemonstrationFiles.cardFile(card).toString(),
                "-d",
                "sql:" + home.resolve(".pki/nssdb"),
                "-W",
                DemonstrationPki.PASSWORD);
    }

    void delete() {
        try (Stream<Path> files = Files.walk(home)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
