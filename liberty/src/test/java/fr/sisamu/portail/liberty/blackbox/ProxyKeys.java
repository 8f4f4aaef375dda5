package fr.sisamu.portail.liberty.blackbox;

import fr.sisamu.portail.liberty.DemonstrationFiles;
import fr.sisamu.portail.partners.igc.Card;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;

/** The demonstration's keys under the names that the handbook's files give them. */
final class ProxyKeys {

    private ProxyKeys() {}

    static void write(Path directory) throws IOException {
        Card server = DemonstrationFiles.server();
        try (Writer file = Files.newBufferedWriter(directory.resolve("carte.pem"));
                JcaPEMWriter pem = new JcaPEMWriter(file)) {
            pem.writeObject(server.certificate());
            pem.writeObject(new JcaPKCS8Generator(server.privateKey(), null));
        }
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
