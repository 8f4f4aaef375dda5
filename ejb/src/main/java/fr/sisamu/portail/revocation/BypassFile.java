package fr.sisamu.portail.revocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Properties;

/** A débrayage written down: {@code motif}, {@code fin} (ISO 8601 with its offset) and {@code par}, in UTF-8. */
@ApplicationScoped
class BypassFile {

    /** Far more than three lines need. */
    private static final long LONGEST = 16_384;

    @Inject
    RevocationBypassService bypasses;

    DirectoryAnswer open(Path file) throws IOException {
        if (Files.size(file) > LONGEST) {
            return DirectoryAnswer.unreadableBypass();
        }
        Properties written = new Properties();
        Instant until;
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            written.load(reader);
            until = OffsetDateTime.parse(written.getProperty("fin", "").strip()).toInstant();
        } catch (IllegalArgumentException | DateTimeException | java.nio.charset.MalformedInputException e) {
            return DirectoryAnswer.unreadableBypass();
        }
        return DirectoryAnswer.of(
                bypasses.open(written.getProperty("motif", ""), until, written.getProperty("par", "")));
    }
}
