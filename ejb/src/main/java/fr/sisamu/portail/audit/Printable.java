package fr.sisamu.portail.audit;

import java.util.regex.Pattern;

/** Text that forges no line for whoever reads the trace as text, and that every database gives back as it was. */
final class Printable {

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");

    private Printable() {}

    /** At most {@code length} characters, never half of one. */
    static String cut(String text, int length) {
        String printable = UNPRINTABLE.matcher(text).replaceAll("\uFFFD");
        if (printable.length() <= length) {
            return printable;
        }
        int end = Character.isHighSurrogate(printable.charAt(length - 1)) ? length - 1 : length;
        return printable.substring(0, end);
    }
}
