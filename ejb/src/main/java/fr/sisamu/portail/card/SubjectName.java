package fr.sisamu.portail.card;

import java.util.Arrays;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * A distinguished name read from its DER attributes, multi-valued RDNs included. Never from its printed form, where a
 * surname can imitate an identifier.
 */
final class SubjectName {

    private final X500Name name;

    SubjectName(X500Principal principal) {
        this.name = X500Name.getInstance(principal.getEncoded());
    }

    /** Every value of this attribute, in the order of the name. */
    List<String> values(ASN1ObjectIdentifier type) {
        return Arrays.stream(name.getRDNs())
                .map(RDN::getTypesAndValues)
                .flatMap(Arrays::stream)
                .filter(attribute -> attribute.getType().equals(type))
                .map(AttributeTypeAndValue::getValue)
                .map(value -> value instanceof ASN1String text ? text.getString() : "")
                .toList();
    }
}
