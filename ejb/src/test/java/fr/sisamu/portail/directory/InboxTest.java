package fr.sisamu.portail.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sisamu.portail.role.DutyRefusedException;
import fr.sisamu.portail.role.Rights;
import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InboxTest {

    private final Inbox inbox = new Portal(TestDatabase.of(TestDatabase.Kind.H2))
            .with("portail.import.limit", "1000")
            .get(Inbox.class);

    @Test
    void stopsReadingAFileThatIsTooBig() throws IOException {
        Endless gigabytes = new Endless();

        Optional<HandedFile> kept = inbox.keep(ImportWorld.NIGHTLY, FileKind.UNITS, "u.csv", gigabytes);

        assertThat(kept).isEmpty();
        assertThat(gigabytes.read).isLessThan(1_000_000);
    }

    @Test
    void keepsNothingOfASenderWhoBreaksOff() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }

            @Override
            public int read(byte[] piece, int from, int length) throws IOException {
                throw new IOException("gone");
            }
        };

        assertThatThrownBy(() -> inbox.keep(ImportWorld.NIGHTLY, FileKind.UNITS, "u.csv", broken))
                .isInstanceOf(IOException.class);
    }

    @Test
    void cleansTheNameOfAFile() throws IOException {
        HandedFile kept = inbox.keep(
                        ImportWorld.NIGHTLY,
                        FileKind.UNITS,
                        "u\r\nforged" + "x".repeat(500),
                        new ByteArrayInputStream(new byte[0]))
                .orElseThrow();

        assertThat(kept.name()).startsWith("u\\u000D\\u000Aforged").hasSizeLessThanOrEqualTo(100);
        inbox.drop(kept);
        assertThat(kept.path()).doesNotExist();
    }

    @Test
    void takesNothingFromWhoeverMayNotImport() {
        Rights none = Rights.ofToken("x", Set.of());

        assertThatThrownBy(() -> inbox.keep(none, FileKind.UNITS, "u.csv", new Endless()))
                .isInstanceOf(DutyRefusedException.class);
    }

    /** A stream without end, which counts what was asked of it. */
    private static final class Endless extends InputStream {

        private long read;

        @Override
        public int read() {
            read++;
            return 'a';
        }

        @Override
        public int read(byte[] piece, int from, int length) {
            read += length;
            return length;
        }
    }
}
