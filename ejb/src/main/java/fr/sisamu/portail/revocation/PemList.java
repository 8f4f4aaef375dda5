package fr.sisamu.portail.revocation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Base64;

/** The text form of a list (RFC 7468, 6), in which people sometimes receive one. */
final class PemList {

    private static final byte[] BEGIN = "-----BEGIN X509 CRL-----".getBytes(ISO_8859_1);
    private static final String END = "-----END X509 CRL-----";

    private PemList() {}

    /** The DER within the text, or the octets themselves when they are no such text. */
    static byte[] decoded(byte[] octets) throws RefusedListException {
        if (octets.length < BEGIN.length || !Arrays.equals(octets, 0, BEGIN.length, BEGIN, 0, BEGIN.length)) {
            return octets;
        }
        String text = new String(octets, BEGIN.length, octets.length - BEGIN.length, ISO_8859_1);
        int end = text.indexOf(END);
        try {
            return Base64.getMimeDecoder().decode(end < 0 ? text : text.substring(0, end));
        } catch (IllegalArgumentException e) {
            throw new RefusedListException(ListRefusal.UNREADABLE, e);
        }
    }
}
