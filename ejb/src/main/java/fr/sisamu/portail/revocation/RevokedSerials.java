package fr.sisamu.portail.revocation;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Serial numbers, sorted, twenty octets each in one array (RFC 5280, 4.1.2.2: no serial
 * of an authority that keeps to it is longer). A million take
 * 20 MB and a look-up twenty comparisons. Values are two's complement, so that no two serials share a row.
 */
final class RevokedSerials {

    static final int WIDTH = 20;
    static final RevokedSerials NONE = new Builder(0).sorted();

    private final byte[] rows;

    private RevokedSerials(byte[] rows) {
        this.rows = rows;
    }

    int size() {
        return rows.length / WIDTH;
    }

    /** Whether this serial, as {@link java.math.BigInteger#toByteArray} gives it, is listed. */
    boolean contains(byte[] serial) {
        if (serial.length > WIDTH) {
            return false;
        }
        byte[] wanted = new byte[WIDTH];
        widen(serial, 0, serial.length, wanted, 0);
        int low = 0;
        int high = size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int from = middle * WIDTH;
            int order = Arrays.compareUnsigned(rows, from, from + WIDTH, wanted, 0, WIDTH);
            if (order == 0) {
                return true;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return false;
    }

    private static void widen(byte[] source, int offset, int length, byte[] target, int from) {
        int start = from + WIDTH - length;
        Arrays.fill(target, from, start, length > 0 && source[offset] < 0 ? (byte) -1 : 0);
        System.arraycopy(source, offset, target, start, length);
    }

    /** Gathers serials in any order. */
    static final class Builder {

        private byte[] rows;
        private int used;

        Builder(int expected) {
            rows = new byte[expected * WIDTH];
        }

        /**
         * Adds a serial. One of more than {@link #WIDTH} octets is left aside, so that the rest of its list counts: a
         * certificate that bears such a serial is refused whatever a list says ({@link AuthorityLists}).
         */
        void add(byte[] source, int offset, int length) {
            if (length > WIDTH) {
                byte[] shortest = new BigInteger(source, offset, length).toByteArray();
                if (shortest.length <= WIDTH) {
                    add(shortest, 0, shortest.length);
                }
                return;
            }
            if (used == rows.length) {
                rows = Arrays.copyOf(rows, Math.max(64 * WIDTH, rows.length / WIDTH * 3 / 2 * WIDTH));
            }
            widen(source, offset, length, rows, used);
            used += WIDTH;
        }

        RevokedSerials sorted() {
            byte[] exact = used == rows.length ? rows : Arrays.copyOf(rows, used);
            return new RevokedSerials(inOrder(exact) ? exact : sort(exact));
        }

        private static boolean inOrder(byte[] rows) {
            for (int next = WIDTH; next < rows.length; next += WIDTH) {
                if (Arrays.compareUnsigned(rows, next - WIDTH, next, rows, next, next + WIDTH) > 0) {
                    return false;
                }
            }
            return true;
        }

        /** Radix sort, from the last octet to the first: the time does not depend on what the list holds. */
        private static byte[] sort(byte[] unsorted) {
            byte[] from = unsorted;
            byte[] to = new byte[unsorted.length];
            for (int column = WIDTH - 1; column >= 0; column--) {
                int[] start = new int[257];
                for (int row = column; row < from.length; row += WIDTH) {
                    start[(from[row] & 0xFF) + 1] += WIDTH;
                }
                Arrays.parallelPrefix(start, Integer::sum);
                for (int row = 0; row < from.length; row += WIDTH) {
                    int value = from[row + column] & 0xFF;
                    System.arraycopy(from, row, to, start[value], WIDTH);
                    start[value] += WIDTH;
                }
                byte[] swapped = from;
                from = to;
                to = swapped;
            }
            return from;
        }
    }
}
