package fr.sisamu.portail.card;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** A certificate on the table: what the rules read of it, and when. */
record Examination(
        X509Certificate certificate,
        Optional<X509Certificate> authority,
        SubjectName subject,
        SubjectName issuer,
        CardExtensions extensions,
        Instant now) {

    static Examination of(X509Certificate certificate, Optional<X509Certificate> authority, Instant now) {
        return new Examination(
                certificate,
                authority,
                new SubjectName(certificate.getSubjectX500Principal()),
                new SubjectName(certificate.getIssuerX500Principal()),
                new CardExtensions(certificate),
                now);
    }

    /** The common name of the issuer, empty if it has none or several. */
    String issuerName() {
        var names = issuer.values(BCStyle.CN);
        return names.size() == 1 ? names.get(0) : "";
    }
}
