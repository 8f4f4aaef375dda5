package fr.sisamu.portail.revocation;

import fr.sisamu.portail.partners.igc.Authority;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Random;

/**
 * A full list of many serials, written octet by octet (RFC 5280 §5.1): the usual libraries hold each entry as objects,
 * which for a million of them takes more memory than what is to be measured.
 */
final class BigList {

    private static final byte[] SHA256_WITH_RSA = {0x30, 13, 6, 9, 42, -122, 72, -122, -9, 13, 1, 1, 11, 5, 0};
    private static final int SEQUENCE = 0x30;
    private static final int SERIAL_OCTETS = 16;

    private BigList() {}

    /** A random serial of sixteen octets, positive. */
    static BigInteger serial(Random random) {
        return new BigInteger(8 * SERIAL_OCTETS - 1, random).setBit(8 * SERIAL_OCTETS - 2);
    }

    static byte[] signed(Authority authority, int entries, Random random) throws IOException, GeneralSecurityException {
        byte[] date = utc("260101000000Z");
        ByteArrayOutputStream revoked = new ByteArrayOutputStream(entries * 36);
        for (int i = 0; i < entries; i++) {
            revoked.write(element(SEQUENCE, element(2, serial(random).toByteArray()), date));
        }
        byte[] number = element(SEQUENCE, new byte[] {6, 3, 85, 29, 20}, element(4, new byte[] {2, 1, 7}));
        byte[] body = element(
                SEQUENCE,
                element(2, new byte[] {1}),
                SHA256_WITH_RSA,
                authority.certificate().getSubjectX500Principal().getEncoded(),
                date,
                utc("490101000000Z"),
                element(SEQUENCE, revoked.toByteArray()),
                element(0xA0, element(SEQUENCE, number)));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(authority.privateKey());
        signature.update(body);
        return element(SEQUENCE, body, SHA256_WITH_RSA, element(3, new byte[1], signature.sign()));
    }

    private static byte[] utc(String time) throws IOException {
        return element(0x17, time.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] element(int tag, byte[]... parts) throws IOException {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(length + 6);
        out.write(tag);
        if (length < 128) {
            out.write(length);
        } else {
            byte[] octets = BigInteger.valueOf(length).toByteArray();
            int from = octets[0] == 0 ? 1 : 0;
            out.write(0x80 | (octets.length - from));
            out.write(octets, from, octets.length - from);
        }
        for (byte[] part : parts) {
            out.write(part);
        }
        return out.toByteArray();
    }
}
