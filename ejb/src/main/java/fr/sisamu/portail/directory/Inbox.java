package fr.sisamu.portail.directory;

import fr.sisamu.portail.role.Duty;
import fr.sisamu.portail.role.Rights;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/**
 * Keeps what is handed in as a file of this node, so that a slow sender holds no connection to the database. An EJB, so
 * that it is made with this module's settings though the web module asks for it first.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Inbox {

    private static final Logger LOG = System.getLogger(Inbox.class.getName());
    private static final int PIECE = 1 << 16;

    @Inject
    @ConfigProperties
    ImportSettings settings;

    /**
     * Reads to the end or to the limit, whichever comes first. Needs {@link Duty#IMPORT}.
     *
     * @return empty if the file is bigger than {@code portail.import.limit}; nothing of it is then kept
     * @throws IOException if the sender breaks off or the disk is full; nothing is kept then either
     */
    public Optional<HandedFile> keep(Rights by, FileKind kind, String name, InputStream content) throws IOException {
        by.demand(Duty.IMPORT);
        Path path = Files.createTempFile("import-", ".csv");
        boolean kept = false;
        try {
            MessageDigest digest = sha256();
            long octets = copy(content, path, digest);
            if (octets > settings.limit) {
                return Optional.empty();
            }
            kept = true;
            String sum = Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
            return Optional.of(new HandedFile(kind, LineErrors.printable(name), sum, octets, path));
        } finally {
            if (!kept) {
                Files.delete(path);
            }
        }
    }

    /** Forgets a file that was read, or will not be. */
    public void drop(HandedFile file) {
        try {
            Files.deleteIfExists(file.path());
        } catch (IOException e) {
            LOG.log(Level.WARNING, "a file of an import stays behind: " + file.path(), e);
        }
    }

    private long copy(InputStream content, Path path, MessageDigest digest) throws IOException {
        byte[] piece = new byte[PIECE];
        long octets = 0;
        try (OutputStream out = Files.newOutputStream(path)) {
            int read = content.read(piece);
            while (read >= 0 && octets <= settings.limit) {
                out.write(piece, 0, read);
                digest.update(piece, 0, read);
                octets += read;
                read = content.read(piece);
            }
        }
        return octets;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
