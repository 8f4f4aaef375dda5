package fr.sisamu.portail.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Small letters without accents: what names have in common with what people type for them. */
final class PlainLetters {

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

    /** Latin letters that Unicode does not take apart. */
    private static final Map<String, String> WHOLE = Map.of(
            "œ", "oe", "æ", "ae", "ø", "o", "đ", "d", "ð", "d", "ł", "l", "ß", "ss", "þ", "th", "ı", "i", "ħ", "h");

    private PlainLetters() {}

    static String of(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> letter : WHOLE.entrySet()) {
            plain = plain.replace(letter.getKey(), letter.getValue());
        }
        return plain;
    }
}
