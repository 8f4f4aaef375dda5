package fr.sisamu.portail.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The end of the server's own certificate, read from its key store once an hour: to open one costs many hashes. */
@ApplicationScoped
public class ServerCertificate {

    private static final Logger LOG = System.getLogger(ServerCertificate.class.getName());
    private static final Duration KEPT = Duration.ofHours(1);

    @Inject
    @ConfigProperty(name = "portail.tls.keystore")
    Optional<String> keystore;

    @Inject
    @ConfigProperty(name = "portail.tls.keystore-password")
    Optional<String> password;

    @Inject
    Clock clock;

    private record Known(Optional<Instant> notAfter, Optional<String> problem, Instant at) {}

    private volatile Known known = new Known(Optional.empty(), Optional.empty(), Instant.MIN);

    /** When the first of its certificates ends; empty if that cannot be known. */
    public Optional<Instant> notAfter() {
        return now().notAfter();
    }

    /** Why it cannot be known. */
    public Optional<String> problem() {
        return now().problem();
    }

    private Known now() {
        Instant now = clock.instant();
        Known last = known;
        if (last.at().isBefore(now.minus(KEPT))) {
            last = look(now);
            known = last;
        }
        return last;
    }

    private Known look(Instant now) {
        if (keystore.isEmpty()) {
            return new Known(Optional.empty(), Optional.of("portail.tls.keystore is not set"), now);
        }
        try {
            return new Known(earliest(Path.of(keystore.get())), Optional.empty(), now);
        } catch (IOException | GeneralSecurityException e) {
            LOG.log(Level.WARNING, "the server's key store cannot be read", e);
            return new Known(Optional.empty(), Optional.ofNullable(e.getMessage()), now);
        }
    }

    private Optional<Instant> earliest(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password.orElse("").toCharArray());
        }
        List<Instant> ends = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                ends.add(((X509Certificate) store.getCertificate(alias))
                        .getNotAfter()
                        .toInstant());
            }
        }
        return ends.stream().min(Instant::compareTo);
    }
}
