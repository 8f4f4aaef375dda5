package fr.sisamu.portail.web.health;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The end of the server's own certificate, read from its key store at start and once an hour, in the background: to open one
 * costs many hashes, and its disk may hang while monitoring asks.
 */
@Singleton
@Startup
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ServerCertificate {

    private static final Logger LOG = System.getLogger(ServerCertificate.class.getName());

    @Inject
    @ConfigProperty(name = "portail.tls.keystore")
    Optional<String> keystore;

    @Inject
    @ConfigProperty(name = "portail.tls.keystore-password")
    Optional<String> password;

    @Resource
    ManagedExecutorService executor;

    private record Known(Optional<Instant> notAfter, Optional<String> problem) {}

    private volatile Known known = new Known(Optional.empty(), Optional.of("not read yet"));

    /** When the first of its certificates ends; empty if that cannot be known. */
    public Optional<Instant> notAfter() {
        return known.notAfter();
    }

    /** Why it cannot be known. */
    public Optional<String> problem() {
        return known.problem();
    }

    @PostConstruct
    void readFirst() {
        executor.execute(this::read);
    }

    @Schedule(hour = "*", minute = "17", persistent = false)
    void read() {
        known = look();
    }

    private Known look() {
        if (keystore.isEmpty()) {
            return new Known(Optional.empty(), Optional.of("portail.tls.keystore is not set"));
        }
        try {
            return new Known(earliest(Path.of(keystore.get())), Optional.empty());
        } catch (IOException | GeneralSecurityException e) {
            LOG.log(Level.WARNING, "the server's key store cannot be read", e);
            return new Known(Optional.empty(), Optional.ofNullable(e.getMessage()));
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
