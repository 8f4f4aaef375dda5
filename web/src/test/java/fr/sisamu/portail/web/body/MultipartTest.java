package fr.sisamu.portail.web.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sisamu.portail.web.body.Multipart.Part;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartTest {

    private static final String BOUNDARY = "----WebKitFormBoundaryAbC";
    private static final long SEED = 20_261_130;

    /** A part; its octets as characters of ISO 8859-1. */
    private record Sent(String name, String fileName, String octets) {

        Sent(String name, String fileName, byte[] content) {
            this(name, fileName, new String(content, StandardCharsets.ISO_8859_1));
        }

        byte[] content() {
            return octets.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void readsTheFilesAndTheBoxesOfAForm() throws IOException {
        List<Sent> read = read(form(file("units", "unités.csv", "code;name\r\n"), field("complete", "1")));

        assertThat(read).hasSize(2);
        assertThat(read.get(0).name()).isEqualTo("units");
        assertThat(read.get(0).fileName()).isEqualTo("unités.csv");
        assertThat(text(read.get(0))).isEqualTo("code;name\r\n");
        assertThat(read.get(1).fileName()).isNull();
        assertThat(text(read.get(1))).isEqualTo("1");
    }

    /** Whatever stands between quotation marks, it is read without going deeper at each sign. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "\\a", "\\\"", "é"})
    void readsOrRefusesNamesOfAnyLength(String piece) throws IOException {
        String name = piece.repeat(3_500 / piece.length());

        byte[] whole = form(file("units", name, "x"));

        assertThat(read(whole).get(0).fileName()).isNotEmpty();
        String open = new String(whole, StandardCharsets.UTF_8).replace(name + "\"", name);
        assertThat(read(open.getBytes(StandardCharsets.UTF_8)).get(0).fileName())
                .as("nobody closes it")
                .isNull();
    }

    /** Every octet, also those that look like the beginning of a delimiter, in pieces of every length. */
    @Test
    void readsAnyOctetsHoweverTheyCome() throws IOException {
        Random random = new Random(SEED);
        String delimiter = "\r\n--" + BOUNDARY;
        for (int round = 0; round < 300; round++) {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            for (int i = random.nextInt(12); i > 0; i--) {
                byte[] noise = new byte[random.nextInt(round < 290 ? 40 : 70_000)];
                random.nextBytes(noise);
                content.write(noise);
                content.write(delimiter
                        .substring(0, random.nextInt(delimiter.length()))
                        .getBytes(StandardCharsets.US_ASCII));
            }
            byte[] body = form(new Sent("list", "x", content.toByteArray()), field("after", "ok"));

            List<Sent> read = read(new Pieces(body, random));

            assertThat(read.get(0).content()).isEqualTo(content.toByteArray());
            assertThat(text(read.get(1))).isEqualTo("ok");
        }
    }

    @Test
    void passesOverWhatNobodyReads() throws IOException {
        byte[] big = new byte[200_000];
        Multipart parts =
                new Multipart(new ByteArrayInputStream(form(new Sent("a", "a", big), field("b", "2"))), BOUNDARY);

        assertThat(parts.next()).isPresent();
        assertThat(parts.next().map(Part::name)).contains("b");
        assertThat(parts.next()).isEmpty();
    }

    /** Wherever the sender breaks off. */
    @Test
    void refusesAFormThatIsCutAnywhere() throws IOException {
        byte[] whole = form(file("units", "u.csv", "code;name"), field("complete", "1"));
        int needed = whole.length - 2; // the last end of line is not missed

        for (int length : IntStream.range(0, needed).toArray()) {
            assertRefused(Arrays.copyOf(whole, length));
        }
        assertThat(read(Arrays.copyOf(whole, needed))).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing of the kind",
                "--B\r\n\r\nno disposition\r\n--B--",
                "--B\r\nContent-Disposition: attachment; name=a\r\n\r\nx\r\n--B--",
                "--B\r\nContent-Disposition: form-data\r\n\r\nx\r\n--B--",
                "--B\r\nContent-Disposition: form-data; filename=a\r\n\r\nx\r\n--B--",
                "--Bx\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--B--",
                "--B\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--B-- and more",
                "--B\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--B\r\nContent-Disposition: form-data; name=a\r\n\r\ny\r\n--B--"
            })
    void refusesWhatIsNoForm(String body) {
        assertThatThrownBy(() -> all(new Multipart(stream(body.getBytes(StandardCharsets.UTF_8)), "B")))
                .isInstanceOfSatisfying(
                        BodyRefusedException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(BodyRefusal.MALFORMED));
    }

    @Test
    void refusesHeadersWithoutAnEndAndPartsWithoutNumber() {
        assertRefused(("--" + BOUNDARY + "\r\nX: " + "x".repeat(10_000)).getBytes(StandardCharsets.US_ASCII));
        assertRefused(
                form(IntStream.range(0, 60).mapToObj(i -> field("n" + i, "")).toArray(Sent[]::new)));
    }

    @Test
    void givesAFileNameAsItWasSentAndNoOtherPart() throws IOException {
        String tricky = "../../etc/pass\\\"wd; name=profiles";
        byte[] body = form(file("units", tricky.replace("\\", "\\\\").replace("\"", "\\\""), "x"));

        assertThat(read(body)).singleElement().satisfies(part -> {
            assertThat(part.name()).isEqualTo("units");
            assertThat(part.fileName()).isEqualTo(tricky);
        });
    }

    private static void assertRefused(byte[] body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(BodyRefusedException.class);
    }

    private static Sent file(String name, String fileName, String content) {
        return new Sent(name, fileName, content.getBytes(StandardCharsets.UTF_8));
    }

    private static Sent field(String name, String content) {
        return file(name, null, content);
    }

    private static String text(Sent part) {
        return new String(part.content(), StandardCharsets.UTF_8);
    }

    private static byte[] form(Sent... parts) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Sent part : parts) {
            String file = part.fileName() == null ? "" : "; filename=\"" + part.fileName() + "\"";
            body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + part.name() + "\"" + file
                            + "\r\nContent-Type: text/csv\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(part.content());
            body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }

    private static List<Sent> read(byte[] body) throws IOException {
        return read(stream(body));
    }

    private static List<Sent> read(InputStream body) throws IOException {
        return all(new Multipart(body, BOUNDARY));
    }

    private static List<Sent> all(Multipart parts) throws IOException {
        List<Sent> all = new ArrayList<>();
        for (Optional<Part> part = parts.next(); part.isPresent(); part = parts.next()) {
            all.add(new Sent(
                    part.get().name(),
                    part.get().fileName().orElse(null),
                    part.get().content().readAllBytes()));
        }
        return all;
    }

    private static InputStream stream(byte[] octets) {
        return new ByteArrayInputStream(octets);
    }

    /** Gives what it has in pieces, as a network does. */
    private static final class Pieces extends FilterInputStream {

        private final Random random;

        Pieces(byte[] octets, Random random) {
            super(stream(octets));
            this.random = random;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return super.read(target, offset, Math.min(length, 1 + random.nextInt(length)));
        }
    }
}
