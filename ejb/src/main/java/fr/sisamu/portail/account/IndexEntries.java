package fr.sisamu.portail.account;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an account is found by: a permuted index of its name (Martin-Factice Marie is also found from « factice » and from
 * « marie » on), its login name, its national identifiers whole and from their own part on, the end of its telephone.
 */
final class IndexEntries {

    /** Counts up whenever the entries of an account would be others than before. */
    static final int VERSION = 1;

    private static final int LONGEST = 120;

    private IndexEntries() {}

    static Set<String> of(
            String givenName, String familyName, String loginName, List<String> identifiers, List<String> endings) {
        Set<String> entries = new TreeSet<>();
        List<String> words = words(familyName + " " + givenName);
        for (int first = 0; first < words.size(); first++) {
            List<String> turned = new ArrayList<>(words);
            Collections.rotate(turned, -first);
            entries.add(cut(String.join(" ", turned)));
        }
        entries.add(loginName);
        for (String identifier : identifiers) {
            String plain = PlainLetters.of(identifier);
            entries.add(plain);
            entries.add(plain.substring(plain.indexOf('/') + 1));
        }
        entries.addAll(endings);
        entries.remove("");
        return entries;
    }

    /** The words that a search is made of, as entries are written. */
    static List<String> words(String text) {
        return Arrays.stream(PlainLetters.of(text).split("[^\\p{L}\\p{N}./]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    static byte[] bytes(String entry) {
        return entry.getBytes(StandardCharsets.UTF_8);
    }

    private static String cut(String entry) {
        return entry.length() <= LONGEST ? entry : entry.substring(0, LONGEST);
    }
}
