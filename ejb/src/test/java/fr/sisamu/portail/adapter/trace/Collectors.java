package fr.sisamu.portail.adapter.trace;

import fr.sisamu.portail.audit.ChainLink;
import fr.sisamu.portail.audit.TraceRow;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** What tests of syslog need: rows, settings, and a collector's certificate for any name. */
final class Collectors {

    private static final char[] PASSWORD = "collector".toCharArray();

    private final KeyPair keys;
    private final X509Certificate certificate;

    private Collectors(KeyPair keys, X509Certificate certificate) {
        this.keys = keys;
        this.certificate = certificate;
    }

    static Collectors named(String name) throws Exception {
        KeyPair keys = KeyPairGenerator.getInstance("EC").generateKeyPair();
        X500Name subject = new X500Name("CN=" + name);
        Instant now = Instant.now();
        var builder = new JcaX509v3CertificateBuilder(
                subject,
                BigInteger.ONE,
                Date.from(now.minusSeconds(3600)),
                Date.from(now.plusSeconds(3600)),
                subject,
                keys.getPublic());
        builder.addExtension(
                Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName(GeneralName.dNSName, name)));
        return new Collectors(
                keys,
                new JcaX509CertificateConverter()
                        .getCertificate(builder.build(
                                new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))));
    }

    ServerSocketFactory sockets() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("collector", keys.getPrivate(), PASSWORD, new Certificate[] {certificate});
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        return tls.getServerSocketFactory();
    }

    Path pem(Path directory) throws Exception {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
        return Files.writeString(
                directory.resolve("collector.pem"),
                "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
    }

    static SyslogSettings settings(int port) {
        SyslogSettings settings = new SyslogSettings();
        settings.host = Optional.of("localhost");
        settings.port = port;
        settings.transport = SyslogSettings.Transport.TCP;
        settings.facility = 10;
        settings.timeout = Duration.ofSeconds(10);
        settings.trust = Optional.empty();
        settings.trustPassword = Optional.empty();
        return settings;
    }

    static TraceRow row(String kind, String detail) {
        return new TraceRow(
                42,
                Instant.parse("2026-03-02T06:45:00.000001Z"),
                "crra b",
                kind,
                "CPX",
                "K7F3-9QXM",
                Optional.of(12L),
                Optional.empty(),
                Optional.empty(),
                Optional.of("FR680"),
                Optional.empty(),
                Optional.empty(),
                detail,
                Optional.of(new ChainLink(7, "previous", "digest")));
    }
}
