package fr.sisamu.portail.adapter.oidc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Collections;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/** The portal's own key towards the provider, and its certificate (IGC-Santé, ORGANISATIONS, AUTH_CLI). */
final class ClientKey {

    private final KeyManager[] managers;
    private final PrivateKey key;
    private final X509Certificate certificate;

    private ClientKey(KeyManager[] managers, PrivateKey key, X509Certificate certificate) {
        this.managers = managers;
        this.key = key;
        this.certificate = certificate;
    }

    /** Reads the first key of a PKCS#12 file. */
    static ClientKey read(Path file, String password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        char[] secret = password.toCharArray();
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, secret);
        }
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)
                    && store.getKey(alias, secret) instanceof PrivateKey key
                    && store.getCertificate(alias) instanceof X509Certificate certificate) {
                return new ClientKey(managers(store, secret), key, certificate);
            }
        }
        throw new IOException(file + " holds no key with a certificate");
    }

    private static KeyManager[] managers(KeyStore store, char[] secret) throws GeneralSecurityException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, secret);
        return factory.getKeyManagers();
    }

    KeyManager[] managers() {
        return managers.clone();
    }

    PrivateKey key() {
        return key;
    }

    X509Certificate certificate() {
        return certificate;
    }

    @Override
    public String toString() {
        return "ClientKey[" + certificate.getSubjectX500Principal() + "]";
    }
}
