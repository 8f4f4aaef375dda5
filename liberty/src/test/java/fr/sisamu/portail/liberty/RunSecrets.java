package fr.sisamu.portail.liberty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.TreeSet;

/**
 * What no log may hold: every password, code, token, number and address that the tests of a run have used. Kept in a file
 * of the build, for the test that reads the logs of all servers comes last and in a process of its own.
 */
public final class RunSecrets {

    private static final Path FILE = Path.of(System.getProperty("run.secrets"));
    private static final int SHORTEST = 6;

    private RunSecrets() {}

    /** Remembers it, and gives it back. */
    public static synchronized String keep(String secret) {
        if (secret.length() >= SHORTEST && secret.lines().count() == 1) {
            try {
                Files.writeString(FILE, secret + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return secret;
    }

    /** All that was kept. */
    public static Set<String> all() throws IOException {
        return Files.exists(FILE) ? new TreeSet<>(Files.readAllLines(FILE)) : Set.of();
    }
}
