package fr.sisamu.portail.revocation;

import static fr.sisamu.portail.revocation.ListWorld.GOOD;
import static fr.sisamu.portail.revocation.ListWorld.REVOKED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.testdb.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of the files that somebody leaves in the import directory. */
@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class ImportDirectoryTest {

    @TempDir
    Path directory;

    final ListWorld world;

    ImportDirectoryTest(TestDatabase.Kind database) {
        world = new ListWorld(database);
    }

    @BeforeEach
    void useTheDirectory() {
        world.portal.with("portail.revocation.import-directory", directory.toString());
    }

    private void scan() {
        world.portal.get(ImportDirectory.class).scan();
    }

    private Path leave(String name, byte[] content, Duration ago) throws IOException {
        Path file = Files.write(directory.resolve(name), content);
        return Files.setLastModifiedTime(file, FileTime.from(world.now().minus(ago)));
    }

    /** What a node has taken under this name and not brought to an end. */
    private void leaveClaimed(String name, byte[] content, Instant since) throws IOException {
        leave(name + "." + since.getEpochSecond() + ".importing", content, Duration.ofDays(1));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void takesAListAndSaysSo() throws IOException {
        leave("fort.crl", world.list(1), Duration.ofMinutes(1));
        scan();

        assertThat(world.check(REVOKED)).isEqualTo(RevocationAnswer.REVOKED);
        assertThat(names()).containsExactly("fort.crl.imported", "fort.crl.txt");
        assertThat(directory.resolve("fort.crl.txt")).content().startsWith("Liste importée");
    }

    /** Windows keeps the capitals of a name. */
    @Test
    void takesAListWhoseNameIsInCapitals() throws IOException {
        leave("FORT.CRL", world.list(1), Duration.ofMinutes(1));
        scan();

        assertThat(names()).containsExactly("FORT.CRL.imported", "FORT.CRL.txt");
    }

    @Test
    void refusesWhatIsNoListAndSaysWhy() throws IOException {
        leave("fort.crl", new byte[] {1, 2, 3}, Duration.ofMinutes(1));
        scan();

        assertThat(names()).containsExactly("fort.crl.refused", "fort.crl.txt");
        assertThat(directory.resolve("fort.crl.txt")).content().startsWith("Refusée");
    }

    @Test
    void waitsForAFileThatIsStillBeingCopied() throws IOException {
        leave("fort.crl", world.list(1), Duration.ofSeconds(4));
        scan();

        assertThat(names()).containsExactly("fort.crl");
        world.portal.clock().advance(Duration.ofSeconds(2));
        scan();
        assertThat(names()).containsExactly("fort.crl.imported", "fort.crl.txt");
    }

    @Test
    void leavesAloneWhatAnotherNodeIsImporting() throws IOException {
        leaveClaimed("fort.crl", world.list(1), world.now());
        world.portal.clock().advance(ImportClaim.LEASE.minusSeconds(1));
        scan();

        assertThat(names()).hasSize(1);
        assertThat(world.check(GOOD)).isEqualTo(RevocationAnswer.UNKNOWN);
    }

    @Test
    void takesUpWhatANodeThatDiedHasLeft() throws IOException {
        leaveClaimed("fort.crl", world.list(1), world.now());
        leaveClaimed(
                "debrayage.properties",
                "motif=serveur arrêté\nfin=2026-03-03T08:00:00+01:00\npar=ADM0001".getBytes(UTF_8),
                world.now());
        world.portal.clock().advance(ImportClaim.LEASE);
        scan();

        assertThat(world.check(REVOKED)).isEqualTo(RevocationAnswer.REVOKED);
        assertThat(names())
                .containsExactly(
                        "debrayage.properties.imported",
                        "debrayage.properties.txt",
                        "fort.crl.imported",
                        "fort.crl.txt");
    }

    @Test
    void givesAFileToOneOfTwoNodes() throws IOException {
        Path file = leave("fort.crl", world.list(1), Duration.ofMinutes(1));

        assertThat(ImportClaim.take(file, world.now())).isPresent();
        assertThat(ImportClaim.take(file, world.now())).isEmpty();
    }

    /** Its name is not one that a claim gives. */
    @Test
    void touchesNoStrangersFile() throws IOException {
        leave("notes.importing", new byte[] {1}, Duration.ofDays(1));
        leave("fort.crl.importing", new byte[] {1}, Duration.ofDays(1));
        scan();

        assertThat(names()).containsExactly("fort.crl.importing", "notes.importing");
    }
}
