package fr.sisamu.portail.partners.igc;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.X500Name;

/** Reads one attribute of a distinguished name, wherever it stands in an RDN of several. */
final class SubjectAttribute {

    private SubjectAttribute() {}

    /** The first attribute of this type, unless it is empty. */
    static Optional<String> of(X500Name subject, ASN1ObjectIdentifier type) {
        return Arrays.stream(subject.getRDNs(type))
                .flatMap(rdn -> Arrays.stream(rdn.getTypesAndValues()))
                .filter(attribute -> attribute.getType().equals(type))
                .map(attribute -> ((ASN1String) attribute.getValue()).getString())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }
}
