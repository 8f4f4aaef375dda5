package fr.sisamu.portail.revocation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of the import directory that one node has taken by giving it another name, which only one of several can. The
 * name tells since when, for the owner of the file alone could write that on the file: a node that dies in between
 * leaves a name that runs out.
 *
 * @param file the name under which it was left
 * @param claimed the name that it bears meanwhile
 */
record ImportClaim(Path file, Path claimed) {

    /** Far longer than the import of the biggest list takes. */
    static final Duration LEASE = Duration.ofMinutes(10);

    static final String GLOB = "*.importing";

    private static final Pattern NAME =
            Pattern.compile("(?<file>.+\\.[cC][rR][lL]|debrayage\\.properties)\\.(?<second>\\d{1,11})\\.importing");

    /** Takes a file; empty when another node was faster. */
    static Optional<ImportClaim> take(Path file, Instant now) throws IOException {
        return rename(file, file, now);
    }

    /** Takes what a node has claimed and not finished in time; empty while its lease lasts. */
    static Optional<ImportClaim> takeOver(Path left, Instant now) throws IOException {
        Matcher name = NAME.matcher(left.getFileName().toString());
        if (!name.matches()
                || now.isBefore(Instant.ofEpochSecond(Long.parseLong(name.group("second")))
                        .plus(LEASE))) {
            return Optional.empty();
        }
        return rename(left, left.resolveSibling(name.group("file")), now);
    }

    private static Optional<ImportClaim> rename(Path from, Path file, Instant now) throws IOException {
        Path claimed = sibling(file, "." + now.getEpochSecond() + ".importing");
        try {
            return Optional.of(new ImportClaim(file, Files.move(from, claimed, StandardCopyOption.REPLACE_EXISTING)));
        } catch (NoSuchFileException another) {
            return Optional.empty();
        }
    }

    /** Whether it is a list, and not a débrayage. */
    boolean isList() {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".crl");
    }

    /** The file gets its name back, to be taken later. */
    void giveBack() throws IOException {
        Files.move(claimed, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Names the file after what became of it, with the reason beside it; gives the new name. */
    Path finish(DirectoryAnswer answer) throws IOException {
        Files.writeString(sibling(file, ".txt"), answer.text() + System.lineSeparator());
        return Files.move(
                claimed, sibling(file, answer.taken() ? ".imported" : ".refused"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path sibling(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }
}
