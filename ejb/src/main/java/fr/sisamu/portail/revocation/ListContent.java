package fr.sisamu.portail.revocation;

import static fr.sisamu.portail.revocation.ListRefusal.PARTIAL;
import static fr.sisamu.portail.revocation.ListRefusal.UNKNOWN_EXTENSION;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.Time;

/** What a list says after its issuer's name: dates, serials, extensions. Read once the signature is verified. */
final class ListContent {

    private static final Set<ASN1ObjectIdentifier> KNOWN = Set.of(
            Extension.cRLNumber,
            Extension.deltaCRLIndicator,
            Extension.issuingDistributionPoint,
            Extension.authorityKeyIdentifier);

    private static final Set<ASN1ObjectIdentifier> KNOWN_OF_AN_ENTRY =
            Set.of(Extension.reasonCode, Extension.invalidityDate, Extension.instructionCode);

    /** A serial of sixteen octets and a date: from it, how much to reserve at first. */
    private static final int USUAL_ENTRY = 36;

    private final Der body;

    ListContent(Der body) {
        this.body = body;
    }

    SignedList read(String authority) throws IOException, RefusedListException {
        Instant thisUpdate = time();
        Instant nextUpdate = time();
        Optional<Der.Element> entries =
                body.nextIs(Der.SEQUENCE) ? Optional.of(body.take(Der.SEQUENCE)) : Optional.empty();
        Extensions extensions = extensions();
        body.finish();

        BigInteger number =
                number(extensions, Extension.cRLNumber).orElseThrow(() -> new IOException("the list has no number"));
        Optional<BigInteger> base = number(extensions, Extension.deltaCRLIndicator);
        RevokedSerials.Builder revoked =
                new RevokedSerials.Builder(entries.map(this::about).orElse(0));
        RevokedSerials.Builder released = new RevokedSerials.Builder(0);
        if (entries.isPresent()) {
            Der each = entries.get().inside();
            while (each.more()) {
                Der entry = each.take(Der.SEQUENCE).inside();
                Der.Element serial = entry.take(Der.INTEGER);
                int length = serial.end() - serial.content();
                if (length == 0) {
                    throw new IOException("an entry without a serial");
                }
                boolean removed = isRemoval(entry) && base.isPresent();
                (removed ? released : revoked).add(serial.bytes(), serial.content(), length);
            }
        }
        return new SignedList(authority, number, base, thisUpdate, nextUpdate, revoked.sorted(), released.sorted());
    }

    private int about(Der.Element entries) {
        return (entries.end() - entries.content()) / USUAL_ENTRY;
    }

    private Instant time() throws IOException {
        int tag = body.nextIs(Der.UTC_TIME) ? Der.UTC_TIME : Der.GENERALIZED_TIME;
        ASN1Primitive time = ASN1Primitive.fromByteArray(body.take(tag).encoded());
        return Time.getInstance(time).getDate().toInstant();
    }

    private Extensions extensions() throws IOException, RefusedListException {
        if (!body.nextIs(Der.EXTENSIONS)) {
            throw new IOException("the list has no extensions");
        }
        Der explicit = body.take(Der.EXTENSIONS).inside();
        Extensions extensions =
                Extensions.getInstance(explicit.take(Der.SEQUENCE).encoded());
        explicit.finish();
        refuseUnknown(extensions, KNOWN);
        Extension scope = extensions.getExtension(Extension.issuingDistributionPoint);
        if (scope != null) {
            IssuingDistributionPoint point = IssuingDistributionPoint.getInstance(scope.getParsedValue());
            if (point.isIndirectCRL()
                    || point.onlyContainsCACerts()
                    || point.onlyContainsAttributeCerts()
                    || point.getOnlySomeReasons() != null
                    || point.getDistributionPoint() != null) {
                throw new RefusedListException(PARTIAL, "issuing distribution point");
            }
        }
        return extensions;
    }

    /** Reads the rest of an entry: its date, which decides nothing, and its extensions if it has any. */
    private static boolean isRemoval(Der entry) throws IOException, RefusedListException {
        entry.take(entry.nextIs(Der.UTC_TIME) ? Der.UTC_TIME : Der.GENERALIZED_TIME);
        if (!entry.more()) {
            return false;
        }
        Extensions extensions = Extensions.getInstance(entry.take(Der.SEQUENCE).encoded());
        entry.finish();
        if (extensions.getExtension(Extension.certificateIssuer) != null) {
            throw new RefusedListException(PARTIAL, "an entry names another issuer");
        }
        refuseUnknown(extensions, KNOWN_OF_AN_ENTRY);
        ASN1Encodable reason = extensions.getExtensionParsedValue(Extension.reasonCode);
        return reason != null && CRLReason.getInstance(reason).getValue().intValue() == CRLReason.removeFromCRL;
    }

    private static Optional<BigInteger> number(Extensions extensions, ASN1ObjectIdentifier id) throws IOException {
        ASN1Encodable value = extensions.getExtensionParsedValue(id);
        if (value == null) {
            return Optional.empty();
        }
        BigInteger number = ASN1Integer.getInstance(value).getPositiveValue();
        if (number.bitLength() > 8 * RevokedSerials.WIDTH) {
            throw new IOException("a number of " + number.bitLength() + " bits");
        }
        return Optional.of(number);
    }

    private static void refuseUnknown(Extensions extensions, Set<ASN1ObjectIdentifier> known)
            throws RefusedListException {
        for (ASN1ObjectIdentifier id : extensions.getCriticalExtensionOIDs()) {
            if (!known.contains(id)) {
                throw new RefusedListException(UNKNOWN_EXTENSION, id.getId());
            }
        }
    }
}
