package fr.sisamu.portail.revocation;

import java.io.IOException;
import java.util.Arrays;

/**
 * Walks over DER in place. A list of a million serials is tens of megabytes: object trees copy them at every level,
 * this reads each octet once and keeps none.
 */
final class Der {

    static final int INTEGER = 0x02;
    static final int BIT_STRING = 0x03;
    static final int SEQUENCE = 0x30;
    static final int UTC_TIME = 0x17;
    static final int GENERALIZED_TIME = 0x18;
    static final int EXTENSIONS = 0xA0;

    /** One element: {@code from} its tag, {@code content} its first octet of value, {@code end} the octet after it. */
    @SuppressWarnings("ArrayRecordComponent") // a view on the bytes, never compared and never kept
    record Element(byte[] bytes, int from, int content, int end) {

        byte[] encoded() {
            return Arrays.copyOfRange(bytes, from, end);
        }

        byte[] value() {
            return Arrays.copyOfRange(bytes, content, end);
        }

        Der inside() {
            return new Der(bytes, content, end);
        }
    }

    private final byte[] bytes;
    private final int end;
    private int at;

    Der(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private Der(byte[] bytes, int at, int end) {
        this.bytes = bytes;
        this.at = at;
        this.end = end;
    }

    boolean more() {
        return at < end;
    }

    boolean nextIs(int tag) {
        return more() && (bytes[at] & 0xFF) == tag;
    }

    /** Takes the next element, which must bear this tag. */
    Element take(int tag) throws IOException {
        if (!nextIs(tag)) {
            throw new IOException("no element of tag " + tag + " at octet " + at);
        }
        int from = at;
        int length = length(at + 1);
        if (length < 0 || length > end - at) {
            throw new IOException("the element at octet " + from + " is cut short");
        }
        int content = at;
        at += length;
        return new Element(bytes, from, content, at);
    }

    void finish() throws IOException {
        if (more()) {
            throw new IOException("unexpected element at octet " + at);
        }
    }

    /** Reads a definite length (X.690, 8.1.3) and leaves {@code at} behind it. */
    private int length(int position) throws IOException {
        int first = octet(position);
        at = position + 1;
        if (first < 0x80) {
            return first;
        }
        int octets = first & 0x7F;
        if (octets == 0 || octets > 4) {
            throw new IOException("no definite length at octet " + position);
        }
        int length = 0;
        for (int i = 0; i < octets; i++) {
            length = length << 8 | octet(at++);
        }
        return length;
    }

    private int octet(int position) throws IOException {
        if (position >= end) {
            throw new IOException("cut short at octet " + position);
        }
        return bytes[position] & 0xFF;
    }
}
