package fr.sisamu.portail.revocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/**
 * A directory in which whoever may write on the server's disk leaves lists ({@code *.crl}) and débrayages ({@code
 * debrayage.properties}). Each file is renamed after what became of it, with the reason in a {@code .txt} beside it.
 */
@ApplicationScoped
public class ImportDirectory {

    private static final Logger LOG = System.getLogger(ImportDirectory.class.getName());

    /** A file still being copied changes; one that has been still for so long is whole. */
    private static final Duration STILL = Duration.ofSeconds(5);

    @Inject
    @ConfigProperties
    RevocationSettings settings;

    @Inject
    RevocationImport imports;

    @Inject
    BypassFile bypassFile;

    @Inject
    Clock clock;

    /** Takes every whole file of the directory; does nothing when the setting is empty. */
    public void scan() {
        if (settings.importDirectory.isEmpty()) {
            return;
        }
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(Path.of(settings.importDirectory.get()), "{*.crl,debrayage.properties}")) {
            for (Path file : files) {
                if (isWhole(file)) {
                    take(file);
                }
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "import directory of revocation lists not readable", e);
        }
    }

    private boolean isWhole(Path file) throws IOException {
        return Files.isRegularFile(file)
                && Files.getLastModifiedTime(file)
                        .toInstant()
                        .isBefore(clock.instant().minus(STILL));
    }

    /**
     * Renamed first: two nodes on one directory do not both take it, and nothing is taken twice. What could not be judged,
     * for the database was away, gets its name back and is taken later.
     */
    private void take(Path file) throws IOException {
        Path claimed = Files.move(file, sibling(file, ".importing"), StandardCopyOption.REPLACE_EXISTING);
        DirectoryAnswer answer;
        try {
            answer = file.toString().endsWith(".crl") ? list(claimed, file) : bypassFile.open(claimed);
        } catch (RuntimeException e) {
            Files.move(claimed, file, StandardCopyOption.REPLACE_EXISTING);
            throw e;
        }
        Files.writeString(sibling(file, ".txt"), answer.text() + System.lineSeparator());
        Path named = sibling(file, answer.taken() ? ".imported" : ".refused");
        Files.move(claimed, named, StandardCopyOption.REPLACE_EXISTING);
        LOG.log(Level.INFO, named.getFileName() + ": " + answer.text());
    }

    private DirectoryAnswer list(Path claimed, Path file) throws IOException {
        try (InputStream content = Files.newInputStream(claimed)) {
            return DirectoryAnswer.of(imports.take(content.readNBytes(settings.limit + 1), file.toString()));
        }
    }

    private static Path sibling(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }
}
