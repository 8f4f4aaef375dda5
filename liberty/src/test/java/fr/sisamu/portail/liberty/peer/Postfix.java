package fr.sisamu.portail.liberty.peer;

import fr.sisamu.portail.liberty.DemonstrationFiles;
import fr.sisamu.portail.liberty.Inbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Postfix in an instance of its own, which takes nothing without STARTTLS and files mail in a Maildir. */
final class Postfix implements Inbox, AutoCloseable {

    private final Workshop workshop = new Workshop();
    private final Path configuration = workshop.file("conf");
    private final Path maildir = workshop.file("mail");
    private final int port = Workshop.freePort();

    Postfix() throws IOException {
        workshop.write("main.cf", configuration.resolve("main.cf"), Map.of("directory", workshop.directory()));
        workshop.write("master.cf", configuration.resolve("master.cf"), Map.of("port", port));
        for (String directory : List.of("queue", "log", "data", "mail")) {
            Files.createDirectory(workshop.file(directory));
        }
        give(workshop.file("data"), "postfix");
        give(maildir, "nobody");
        Path key = workshop.file("server.pem");
        Files.createFile(key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(key, DemonstrationFiles.serverPem());
    }

    private static void give(Path directory, String account) throws IOException {
        Files.setOwner(
                directory,
                directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(account));
    }

    int port() {
        return port;
    }

    void start() throws IOException {
        workshop.run("postfix", "-c", configuration.toString(), "start-fg");
        workshop.await("Postfix", () -> Workshop.listens(port));
    }

    @Override
    public List<String> texts(String address) {
        Path arrived = maildir.resolve("inbox").resolve("new");
        if (!Files.exists(arrived)) {
            return List.of();
        }
        try (Stream<Path> mails = Files.list(arrived)) {
            return mails.sorted(Comparator.comparing(Postfix::arrival).reversed())
                    .map(Postfix::read)
                    .filter(mail -> mail.contains("\nTo: " + address + "\n"))
                    .map(Postfix::body)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime arrival(Path mail) {
        try {
            return Files.getLastModifiedTime(mail);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path mail) {
        try {
            return Files.readString(mail);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What follows the header, with the lines joined that quoted-printable has broken (RFC 2045 §6.7). */
    private static String body(String mail) {
        return mail.substring(mail.indexOf("\n\n")).replace("=\n", "");
    }

    @Override
    public void close() throws IOException {
        workshop.close();
    }
}
