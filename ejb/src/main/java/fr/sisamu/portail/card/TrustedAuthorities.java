package fr.sisamu.portail.card;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/**
 * The authorities that issue cards: anchors of trust, read once at start. Should the file be missing or unreadable, the
 * portal starts without the card way, says why in the log and in health data, and the other ways live on.
 */
@ApplicationScoped
public class TrustedAuthorities {

    private static final Logger LOG = System.getLogger(TrustedAuthorities.class.getName());

    private static final Pattern KEY_STORE = Pattern.compile("\\.(p12|pfx)$", Pattern.CASE_INSENSITIVE);

    @Inject
    @ConfigProperties
    CardSettings settings;

    private List<X509Certificate> certificates = List.of();
    private Optional<String> problem = Optional.empty();

    @PostConstruct
    void load() {
        try {
            Path file = Path.of(settings.anchors.orElseThrow(() -> new IOException("it is not set")));
            if (!Files.isReadable(file)) {
                throw new IOException(file + " is missing or may not be read");
            }
            certificates = List.copyOf(KEY_STORE.matcher(file.toString()).find() ? fromKeyStore(file) : fromPem(file));
            if (certificates.isEmpty()) {
                throw new IOException(file + " holds no certificate");
            }
        } catch (IOException | GeneralSecurityException | InvalidPathException e) {
            problem = Optional.of("portail.card.anchors: " + e.getMessage());
            LOG.log(Level.ERROR, "no card can be accepted: " + problem.get(), e);
        }
    }

    private List<X509Certificate> fromKeyStore(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, settings.anchorsPassword.orElse("").toCharArray());
        }
        List<X509Certificate> found = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.getCertificate(alias) instanceof X509Certificate certificate) {
                found.add(certificate);
            }
        }
        return found;
    }

    private static List<X509Certificate> fromPem(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        }
    }

    public List<X509Certificate> all() {
        return certificates;
    }

    /** Why no card can be accepted, if so. */
    public Optional<String> problem() {
        return problem;
    }

    /** The authority that signed this certificate, by name and by key: a name alone proves nothing. */
    Optional<X509Certificate> issuerOf(X509Certificate certificate) {
        return certificates.stream()
                .filter(authority -> authority.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
                .filter(authority -> signed(authority, certificate))
                .findFirst();
    }

    private static boolean signed(X509Certificate authority, X509Certificate certificate) {
        try {
            certificate.verify(authority.getPublicKey());
            return true;
        } catch (GeneralSecurityException forged) {
            return false;
        }
    }
}
