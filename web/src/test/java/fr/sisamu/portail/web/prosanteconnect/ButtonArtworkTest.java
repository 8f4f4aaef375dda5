package fr.sisamu.portail.web.prosanteconnect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ButtonArtworkTest {

    @TempDir
    Path directory;

    @Test
    void isTheFileThatTheDeployerPutInPlace() throws IOException {
        ButtonArtwork artwork = artwork(file("bouton.SVG", "<svg/>".getBytes(StandardCharsets.UTF_8)));

        assertThat(artwork.present()).isTrue();
        assertThat(artwork.type()).isEqualTo("image/svg+xml");
        assertThat(artwork.content()).isEqualTo("<svg/>".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void hasAnotherAddressWhenItsContentChanges() throws IOException {
        String before = artwork(file("bouton.png", new byte[] {1})).address();
        String after = artwork(file("bouton.png", new byte[] {2})).address();

        assertThat(after).isNotEqualTo(before).startsWith("/prosanteconnect/artwork?v=");
    }

    @Test
    void leavesTheWordsWhereThereIsNoneOrNoneThatCanBeUsed() throws IOException {
        assertThat(new ButtonArtwork().present()).isFalse();
        assertThat(artwork(directory.resolve("none.svg")).present()).isFalse();
        assertThat(artwork(file("bouton.html", "<script>".getBytes(StandardCharsets.UTF_8)))
                        .present())
                .isFalse();
        assertThat(artwork(file("huge.png", new byte[512 * 1024 + 1])).present())
                .isFalse();
        assertThat(artwork(file("empty.png", new byte[0])).present()).isFalse();
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(directory.resolve(name), content);
    }

    private static ButtonArtwork artwork(Path file) {
        ButtonArtwork artwork = new ButtonArtwork();
        artwork.read(file.toString());
        return artwork;
    }
}
