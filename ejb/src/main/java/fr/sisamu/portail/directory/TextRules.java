package fr.sisamu.portail.directory;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What no text of the directory may hold: it is read out, shown on pages, exported to spreadsheets and written to the
 * trace, and two people must never look the same.
 */
public final class TextRules {

    private static final Pattern MARKUP = Pattern.compile("[<>]|&#?[A-Za-z0-9]+;");

    /** What a spreadsheet would take for a formula (OWASP, CSV Injection). */
    private static final String FORMULA = "=+-@";

    /** An accented letter of UTF-8 that was read as Windows-1252: Ã©, Â°. */
    private static final Pattern BROKEN = Pattern.compile("[ÃÂ][^\\p{L}\\s’'-]|\uFFFD");

    private static final Pattern PERSON = Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{Nd} .'’ʼ\u2010\u2011,-]*");

    private TextRules() {}

    /** The text in composed letters (NFC) and with plain blanks, as it is stored. */
    static String tidy(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\p{Zs}]+", " ")
                .strip();
    }

    /** What is wrong with a text, if anything. */
    public static Optional<LineReason> objection(String text) {
        if (text.codePoints().anyMatch(TextRules::isHidden)) {
            return Optional.of(LineReason.CONTROL_CHARACTER);
        }
        if (MARKUP.matcher(text).find()) {
            return Optional.of(LineReason.MARKUP);
        }
        if (!text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0) {
            return Optional.of(LineReason.FORMULA);
        }
        if (BROKEN.matcher(text).find()) {
            return Optional.of(LineReason.BROKEN_ENCODING);
        }
        return text.codePoints().allMatch(TextRules::isOurs) ? Optional.empty() : Optional.of(LineReason.LOOK_ALIKE);
    }

    public static boolean isPersonName(String text) {
        return PERSON.matcher(text).matches();
    }

    /** Signs without a shape: control, format, private use, halves of a pair, line separators. */
    static boolean isHidden(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** A Cyrillic а beside a Latin one would make two names of what looks like one. */
    private static boolean isOurs(int sign) {
        return switch (Character.UnicodeScript.of(sign)) {
            case LATIN, COMMON, INHERITED -> true;
            default -> false;
        };
    }
}
