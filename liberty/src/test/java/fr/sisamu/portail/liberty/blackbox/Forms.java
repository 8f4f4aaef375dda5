package fr.sisamu.portail.liberty.blackbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a journey without a browser needs of the pages' forms. */
final class Forms {

    private static final Pattern HIDDEN = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");
    private static final Pattern ATTRIBUTE = Pattern.compile("(name|value)=\"([^\"]*)\"");

    private Forms() {}

    /** The hidden fields in this piece of a page, without which Faces does not know its form again. */
    static Map<String, String> hidden(String html) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher inputs = HIDDEN.matcher(html);
        while (inputs.find()) {
            Map<String, String> attributes = new LinkedHashMap<>();
            Matcher each = ATTRIBUTE.matcher(inputs.group());
            while (each.find()) {
                attributes.put(each.group(1), each.group(2));
            }
            fields.put(attributes.get("name"), attributes.getOrDefault("value", ""));
        }
        return fields;
    }

    /** The answer, if it is the one that a journey goes on with: a cheap wrong one must not pass for a cheap login. */
    static Answer expect(int status, Answer answer) {
        if (answer.status() != status) {
            throw new IllegalStateException("not " + status + ": " + answer);
        }
        return answer;
    }
}
