package fr.sisamu.portail.liberty.browser;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a button of the portal would send, taken from the page itself by somebody who knows it: where to, and each field
 * with its value, that of the button included.
 */
record Forgery(URI target, Map<String, String> fields) {

    /** Faces knows its forms again by this field. */
    private static final String STATE = "jakarta.faces.ViewState";

    private static final String SENT_BY = "const all = selector => [...document.querySelectorAll(selector)];"
            + "return all(arguments[0])"
            + ".filter(button => button.form && button.form.method === 'post')"
            + ".map(button => [button.form.action,"
            + " [...new FormData(button.form, button)].filter(field => typeof field[1] === 'string')]);";

    /** What this button of the page would send. */
    static Forgery of(Browser browser, String button) {
        browser.find("body");
        return all(browser, button).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + button + " on " + browser.address()));
    }

    /** What each button of the page that posts a form would send. */
    static List<Forgery> all(Browser browser, String buttons) {
        List<?> found = (List<?>) browser.driver().executeScript(SENT_BY, buttons);
        return found.stream().map(form -> read((List<?>) form)).toList();
    }

    private static Forgery read(List<?> form) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Object field : (List<?>) form.get(1)) {
            fields.put(
                    ((List<?>) field).get(0).toString(),
                    ((List<?>) field).get(1).toString());
        }
        return new Forgery(URI.create(form.get(0).toString()), fields);
    }

    /** The same with something else in a field. */
    Forgery with(String field, String value) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        changed.put(field, value);
        return new Forgery(target, changed);
    }

    /** The same with something in each field that is empty. */
    Forgery filledWith(String value) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        changed.replaceAll((field, there) -> there.isEmpty() ? value : there);
        return new Forgery(target, changed);
    }

    /** Whether Faces would find the form by it. */
    boolean ofFaces() {
        return fields.containsKey(STATE);
    }

    /** All of it in one address. */
    URI link() {
        return URI.create(target.toString().replaceFirst("\\?.*", "") + "?" + encoded());
    }

    String encoded() {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Sends it as the page itself would, by a script of the portal's origin: what it is worth when nobody forges it. */
    void post(Browser browser) {
        browser.driver()
                .executeAsyncScript(
                        "fetch(arguments[0], {method: 'POST', body: new URLSearchParams(arguments[1])})"
                                + ".then(answer => arguments[2](answer.status))",
                        target.toString(),
                        encoded());
    }

    /** Asks for its link by HEAD; the status. */
    long head(Browser browser) {
        return (Long) browser.driver()
                .executeAsyncScript(
                        "fetch(arguments[0], {method: 'HEAD'}).then(answer => arguments[1](answer.status))",
                        link().toString());
    }
}
