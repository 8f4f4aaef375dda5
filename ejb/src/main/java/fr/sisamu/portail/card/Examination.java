package fr.sisamu.portail.card;

import fr.sisamu.portail.account.NationalIdentifier;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
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
        List<String> names = issuer.values(BCStyle.CN);
        return names.size() == 1 ? names.get(0) : "";
    }

    /** The identifier that the one common name holds; of several names, none is the person's. */
    Optional<NationalIdentifier> identifier() {
        List<String> names = subject.values(BCStyle.CN);
        return names.size() == 1 ? IdNat.parse(names.get(0)) : Optional.empty();
    }

    /** Which certificate this is, for the trace. */
    String mark() {
        return "serial " + certificate.getSerialNumber().toString(16) + " of " + issuerName();
    }

    /** The person; only once all rules are content. */
    CardHolder holder() {
        return new CardHolder(
                identifier().orElseThrow(),
                subject.values(BCStyle.GIVENNAME).get(0),
                subject.values(BCStyle.SURNAME).get(0),
                extensions.type().orElseThrow(),
                extensions.tokenId().orElseThrow(),
                certificate.getNotAfter().toInstant());
    }
}
