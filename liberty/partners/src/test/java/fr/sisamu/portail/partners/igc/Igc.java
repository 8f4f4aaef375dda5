package fr.sisamu.portail.partners.igc;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1OctetString;

/** One fake IGC-Santé for all tests, because its keys take seconds to make. */
public final class Igc {

    public static final Instant NOW = Instant.parse("2026-03-29T01:30:00Z");
    public static final FakeIgc IGC = FakeIgc.create(Clock.fixed(NOW, ZoneOffset.UTC));

    private Igc() {}

    static X509Certificate card(String name) {
        return IGC.card(name).certificate();
    }

    /** The DER bytes of an extension, in hexadecimal, without the octet string around them. */
    static String extension(X509Certificate certificate, String oid) throws IOException {
        byte[] wrapped = certificate.getExtensionValue(oid);
        return wrapped == null
                ? "absent"
                : HexFormat.of().formatHex(ASN1OctetString.getInstance(wrapped).getOctets());
    }
}
