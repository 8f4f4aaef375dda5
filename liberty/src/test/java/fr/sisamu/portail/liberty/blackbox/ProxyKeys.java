package fr.sisamu.portail.liberty.blackbox;

import fr.sisamu.portail.liberty.DemonstrationFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The demonstration's keys under the names that the handbook's files give them. */
final class ProxyKeys {

    private ProxyKeys() {}

    static void write(Path directory) throws IOException {
        Files.writeString(directory.resolve("carte.pem"), DemonstrationFiles.serverPem());
        Files.writeString(
                directory.resolve("autorite-portail.pem"), Files.readString(DemonstrationFiles.serverAuthority()));
        Files.writeString(
                directory.resolve("autorites-personnes.pem"),
                Stream.of("ACI-FO-PP", "ACI-ST-PP", "ACI-EL-PP")
                        .map(ProxyKeys::authority)
                        .collect(Collectors.joining()));
    }

    private static String authority(String name) {
        try {
            return Files.readString(DemonstrationFiles.authority(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
