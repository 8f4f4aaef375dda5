package fr.sisamu.portail.card;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1String;

/**
 * The private extensions of a CPx certificate, arc 1.2.250.1.71.1.2 (tables of the NOS): .2 product type, .3 token id,
 * .5 product category.
 */
final class CardExtensions {

    private static final String ARC = "1.2.250.1.71.1.2.";
    private static final Pattern TOKEN_ID = Pattern.compile("[0-9]{10}/[0-9]{10}");

    private final X509Certificate certificate;

    CardExtensions(X509Certificate certificate) {
        this.certificate = certificate;
    }

    /** One octet, as a number from 0 to 255; empty if absent or of another shape. */
    Optional<Integer> category() {
        return value("5")
                .filter(ASN1OctetString.class::isInstance)
                .map(octets -> ((ASN1OctetString) octets).getOctets())
                .filter(octets -> octets.length == 1)
                .map(octets -> octets[0] & 0xff);
    }

    Optional<CardType> type() {
        return value("2")
                .filter(ASN1Integer.class::isInstance)
                .map(code -> ((ASN1Integer) code).getValue())
                .filter(code -> code.bitLength() < Integer.SIZE)
                .flatMap(code -> CardType.of(code.intValue()));
    }

    /** Issuer number, slash, card number. */
    Optional<String> tokenId() {
        return value("3")
                .filter(ASN1String.class::isInstance)
                .map(text -> ((ASN1String) text).getString())
                .filter(text -> TOKEN_ID.matcher(text).matches());
    }

    /** The value inside the OCTET STRING that wraps every extension. */
    private Optional<ASN1Primitive> value(String leaf) {
        byte[] wrapped = certificate.getExtensionValue(ARC + leaf);
        if (wrapped == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ASN1Primitive.fromByteArray(
                    ASN1OctetString.getInstance(wrapped).getOctets()));
        } catch (IOException | IllegalArgumentException | IllegalStateException malformed) {
            return Optional.empty();
        }
    }
}
