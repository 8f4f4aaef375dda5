package fr.sisamu.portail.web.prosanteconnect;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The official artwork of the button, a file that the deployer took from the ANS's kit: its rules of use forbid to ship it.
 * Read once; a file that cannot be used is said in the log, and the button keeps its words.
 */
@ApplicationScoped
class ButtonArtwork {

    private static final Logger LOG = System.getLogger(ButtonArtwork.class.getName());
    private static final int LARGEST = 512 * 1024;
    private static final Map<String, String> TYPES =
            Map.of("svg", "image/svg+xml", "png", "image/png", "webp", "image/webp");

    @Inject
    @ConfigProperty(name = "portail.prosanteconnect.artwork")
    Optional<String> setting;

    private byte[] content = {};
    private String type;
    private String checkSum;

    @PostConstruct
    void read() {
        setting.ifPresent(this::read);
    }

    void read(String file) {
        type = TYPES.get(file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            byte[] found = in.readNBytes(LARGEST + 1);
            if (type == null || found.length > LARGEST) {
                LOG.log(
                        Level.ERROR,
                        "portail.prosanteconnect.artwork is no SVG, PNG or WebP of 512 KiB at most: {0}",
                        file);
                return;
            }
            CRC32 sum = new CRC32();
            sum.update(found);
            checkSum = Long.toHexString(sum.getValue());
            content = found;
        } catch (IOException e) {
            LOG.log(Level.ERROR, "portail.prosanteconnect.artwork cannot be read", e);
        }
    }

    boolean present() {
        return content.length > 0;
    }

    /** Changes with the content, as those of the static files do. */
    String address() {
        return ButtonArtworkServlet.ADDRESS + "?v=" + checkSum;
    }

    byte[] content() {
        return content.clone();
    }

    String type() {
        return type;
    }
}
