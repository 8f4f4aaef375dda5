package fr.sisamu.portail.card;

import java.util.Arrays;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * A distinguished name read from its DER attributes, multi-valued RDNs included. Never from its printed form, where a
 * surname can imitate an identifier.
 */
final class SubjectName {

    private record Attribute(ASN1ObjectIdentifier type, String text) {}

    private final List<Attribute> attributes;

    /**
     * Reads the whole name at once, so that a malformed one is met here and nowhere else: as an
     * IllegalArgumentException or IllegalStateException, Bouncy Castle's own. A value that is no text becomes an empty one.
     */
    SubjectName(X500Principal principal) {
        attributes = Arrays.stream(X500Name.getInstance(principal.getEncoded()).getRDNs())
                .map(RDN::getTypesAndValues)
                .flatMap(Arrays::stream)
                .map(read -> new Attribute(
                        read.getType(), read.getValue() instanceof ASN1String text ? text.getString() : ""))
                .toList();
    }

    /** Every value of this attribute, in the order of the name. */
    List<String> values(ASN1ObjectIdentifier type) {
        return attributes.stream()
                .filter(attribute -> attribute.type.equals(type))
                .map(Attribute::text)
                .toList();
    }
}
