package fr.sisamu.portail.adapter.oidc;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority, a server certificate of it and a client certificate of it, in files as a deployer has them. */
final class TestPki {

    static final char[] SECRET = "secret".toCharArray();

    private static final X500Name AUTHORITY = new X500Name("CN=AC des essais");

    final KeyPair client = keys();
    final X509Certificate clientCertificate;
    final Path clientFile;
    final Path authorityFile;
    private final X509Certificate authority;
    private final KeyStore server;

    /** @param host the name in the server's certificate */
    TestPki(String host) {
        KeyPair authorityKeys = keys();
        authority = sign(AUTHORITY, authorityKeys, authorityKeys.getPrivate(), true, "ac");
        clientCertificate = sign(new X500Name("CN=portail"), client, authorityKeys.getPrivate(), false, "portail");
        KeyPair serverKeys = keys();
        server = store(
                serverKeys.getPrivate(),
                sign(new X500Name("CN=" + host), serverKeys, authorityKeys.getPrivate(), false, host),
                authority);
        clientFile = file(store(client.getPrivate(), clientCertificate, authority));
        authorityFile = file(store(null, authority));
    }

    /** The server's side: shows its certificate, believes clients of the same authority. */
    SSLContext serverTls() {
        try {
            KeyManagerFactory ours = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            ours.init(server, SECRET);
            KeyStore trusted = store(null, authority);
            TrustManagerFactory theirs = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            theirs.init(trusted);
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(ours.getKeyManagers(), theirs.getTrustManagers(), null);
            return tls;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate sign(X500Name subject, KeyPair keys, PrivateKey by, boolean authority, String host) {
        try {
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    AUTHORITY,
                    new BigInteger(64, new java.util.Random()),
                    Date.from(Instant.parse("2020-01-01T00:00:00Z")),
                    Date.from(Instant.parse("2040-01-01T00:00:00Z")),
                    subject,
                    keys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.dNSName, host)));
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(by)));
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore store(PrivateKey key, Certificate... chain) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            if (key == null) {
                store.setCertificateEntry("authority", chain[0]);
            } else {
                store.setKeyEntry("key", key, SECRET, chain);
            }
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path file(KeyStore store) {
        try {
            Path file = Files.createTempFile("oidc", ".p12");
            file.toFile().deleteOnExit();
            try (OutputStream out = Files.newOutputStream(file)) {
                store.store(out, SECRET);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
