package fr.sisamu.portail.adapter.trace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** TLS towards the collector, whose authority stands in a file; without one, the authorities of the JVM count. */
final class SyslogTrust {

    private SyslogTrust() {}

    static SocketFactory sockets(SyslogSettings settings) {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(settings.trust.isPresent() ? authorities(settings) : null);
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, trust.getTrustManagers(), null);
            return tls.getSocketFactory();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("portail.syslog.trust cannot be read", e);
        }
    }

    private static KeyStore authorities(SyslogSettings settings) throws GeneralSecurityException, IOException {
        Path file = Path.of(settings.trust.orElseThrow());
        if (settings.trustPassword.isPresent()) {
            return KeyStore.getInstance(
                    file.toFile(), settings.trustPassword.get().toCharArray());
        }
        KeyStore authorities = KeyStore.getInstance("PKCS12");
        authorities.load(null, null);
        try (InputStream pem = Files.newInputStream(file)) {
            int number = 0;
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                authorities.setCertificateEntry("authority-" + number++, one);
            }
        }
        return authorities;
    }
}
