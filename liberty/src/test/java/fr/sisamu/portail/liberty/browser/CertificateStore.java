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
 * A home of its own for one browser, with the certificate store (NSS) that it reads there: the authority of our server, and
 * at most one card.
 */
record CertificateStore(Path home, Path database) {

    /** The place is where this make of browser looks, within its home. */
    static CertificateStore create(String place, Optional<String> card) {
        try {
            Path home = Files.createTempDirectory("portail-browser");
            CertificateStore made = new CertificateStore(home, Files.createDirectories(home.resolve(place)));
            Command.run("certutil", "-N", "-d", made.name(), "--empty-password");
            String authority = DemonstrationFiles.serverAuthority().toString();
            Command.run("certutil", "-A", "-d", made.name(), "-n", "server-ca", "-t", "C,,", "-i", authority);
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
                name(),
                "-W",
                DemonstrationPki.PASSWORD);
    }

    private String name() {
        return "sql:" + database;
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
