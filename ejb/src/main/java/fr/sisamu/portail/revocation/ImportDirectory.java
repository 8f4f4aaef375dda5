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
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/**
 * A directory in which whoever may write on the server's disk leaves lists ({@code *.crl}, in capitals too, as copies from Windows are) and débrayages ({@code
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
        Path directory = Path.of(settings.importDirectory.get());
        try {
            for (Path file : files(directory, "{*.[cC][rR][lL],debrayage.properties}")) {
                if (isWhole(file)) {
                    judge(ImportClaim.take(file, clock.instant()));
                }
            }
            for (Path left : files(directory, ImportClaim.GLOB)) {
                judge(ImportClaim.takeOver(left, clock.instant()));
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "import directory of revocation lists not readable", e);
        }
    }

    private static List<Path> files(Path directory, String glob) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, glob)) {
            return StreamSupport.stream(files.spliterator(), false).toList();
        }
    }

    private boolean isWhole(Path file) throws IOException {
        return Files.isRegularFile(file)
                && Files.getLastModifiedTime(file)
                        .toInstant()
                        .isBefore(clock.instant().minus(STILL));
    }

    /** What could not be judged, for the database was away, gets its name back and is taken later. */
    private void judge(Optional<ImportClaim> taken) throws IOException {
        if (taken.isEmpty()) {
            return;
        }
        ImportClaim claim = taken.get();
        DirectoryAnswer answer;
        try {
            answer = claim.isList() ? list(claim) : bypassFile.open(claim.claimed());
        } catch (RuntimeException e) {
            claim.giveBack();
            throw e;
        }
        Path named = claim.finish(answer);
        LOG.log(Level.INFO, named.getFileName() + ": " + answer.text());
    }

    private DirectoryAnswer list(ImportClaim claim) throws IOException {
        try (InputStream content = Files.newInputStream(claim.claimed())) {
            return DirectoryAnswer.of(imports.take(
                    content.readNBytes(settings.limit + 1), claim.file().toString()));
        }
    }
}
