package fr.sisamu.portail.card;

import fr.sisamu.portail.partners.igc.CardSpec;
import fr.sisamu.portail.partners.igc.FakeIgc;
import fr.sisamu.portail.revocation.RevocationAnswer;
import fr.sisamu.portail.revocation.RevocationService;
import fr.sisamu.portail.testdb.MovableClock;
import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.Rows;
import fr.sisamu.portail.testdb.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** The fake IGC-Santé, made once for all card tests, and portals that trust it. */
final class CardWorld {

    static final FakeIgc IGC = FakeIgc.create(new MovableClock());

    private static final String KEY = "dGhlLWtleS1vZi10aGUtdGVzdHMtaXMtbm8tc2VjcmV0LWF0LWFsbA==";

    private CardWorld() {}

    /** A portal for test cards whose anchors are these. */
    static Portal portal(TestDatabase.Kind database, List<X509Certificate> anchors) {
        return new Portal(TestDatabase.of(database))
                .with("portail.card.anchors", pem(anchors).toString())
                .with("portail.card.environment", "TEST")
                .with("portail.security.key", KEY)
                .with(RevocationService.class, new SaidRevocation(RevocationAnswer.GOOD));
    }

    static Path pem(List<X509Certificate> certificates) {
        try {
            Path file = Files.createTempFile("anchors", ".pem");
            file.toFile().deleteOnExit();
            return Files.writeString(
                    file, certificates.stream().map(CardWorld::pem).collect(Collectors.joining()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pem(X509Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    static X509Certificate card(String name) {
        return IGC.card(name).certificate();
    }

    static X509Certificate issue(CardSpec spec) {
        return IGC.issue(spec).certificate();
    }

    /** The account that holds this identifier, made at the first call. */
    static long account(Rows rows, String identifier) {
        String known = rows.one("select account_id from account_identifier where identifier = ?", identifier);
        if (known != null) {
            return Long.parseLong(known);
        }
        long account = rows.account("Camille", "Factice");
        rows.run(
                "update account_identifier set identifier = ? where identifier = ?",
                identifier,
                rows.identifier(account));
        return account;
    }

    /** Revocation lists that say one thing of everybody but the two revoked cards. */
    static final class SaidRevocation extends RevocationService {

        private final RevocationAnswer answer;

        SaidRevocation(RevocationAnswer answer) {
            this.answer = answer;
        }

        @Override
        public RevocationAnswer check(X509Certificate certificate, X509Certificate authority) {
            boolean revoked = List.of("cps-medecin-revoque", "cpe-arm-revoque").stream()
                    .anyMatch(name -> card(name).equals(certificate));
            return revoked ? RevocationAnswer.REVOKED : answer;
        }
    }
}
