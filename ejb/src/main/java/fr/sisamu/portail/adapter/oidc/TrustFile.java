package fr.sisamu.portail.adapter.oidc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.regex.Pattern;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** The authorities of the provider's TLS certificate, as a file of either form gives them. */
final class TrustFile {

    private static final Pattern KEY_STORE = Pattern.compile("\\.(p12|pfx)$", Pattern.CASE_INSENSITIVE);

    private TrustFile() {}

    static TrustManager[] managers(Path file, String password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            if (KEY_STORE.matcher(file.toString()).find()) {
                store.load(in, password.toCharArray());
            } else {
                store.load(null, null);
                int number = 0;
                for (Certificate authority :
                        CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                    store.setCertificateEntry("authority-" + number++, authority);
                }
            }
        }
        if (store.size() == 0) {
            throw new IOException(file + " holds no certificate");
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
