package fr.sisamu.portail.adapter.trace;

import fr.sisamu.portail.audit.TraceJson;
import fr.sisamu.portail.audit.TraceRow;
import fr.sisamu.portail.audit.TraceSink;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A file of JSON lines. It is opened for each row, so that whoever rotates it (logrotate, a copy and a rename) needs to
 * tell nobody.
 */
final class JournalFile implements TraceSink {

    private final Path file;

    JournalFile(Path file) {
        this.file = file;
    }

    @Override
    public String name() {
        return "journal";
    }

    @Override
    public void write(TraceRow row) throws IOException {
        if (Files.notExists(file)) {
            create();
        }
        Files.writeString(file, TraceJson.of(row) + "\n", StandardOpenOption.APPEND);
    }

    /** For its owner, and for its group to read. */
    private void create() throws IOException {
        try {
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r-----")));
            } else {
                Files.createFile(file);
            }
        } catch (FileAlreadyExistsException another) {
            // whoever rotates has put a new one there
        }
    }

    @Override
    public void close() {
        // Nothing is open between two rows.
    }
}
