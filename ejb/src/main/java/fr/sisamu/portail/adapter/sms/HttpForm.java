package fr.sisamu.portail.adapter.sms;

import jakarta.json.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a provider wants to be asked by HTTP. {@code {to}}, {@code {number}} (the same without its plus sign) and {@code
 * {text}} stand in the address and in the body for the letter's own, written as the place needs it: as a JSON string with
 * its quotes, form-encoded, escaped for XML, or percent-encoded in the address.
 *
 * @param success what must stand in the answer for it to be a yes, empty: any 2xx is
 * @param reference its first group is the provider's own name for the message
 */
record HttpForm(
        String name,
        String url,
        String method,
        Map<String, String> headers,
        String body,
        Optional<Pattern> success,
        Optional<Pattern> reference,
        Duration timeout) {

    static HttpForm of(GatewayKeys keys) {
        String method = keys.text("method", "POST").toUpperCase(Locale.ROOT);
        if (!method.equals("POST") && !method.equals("GET")) {
            throw new IllegalStateException(keys.path("method") + " is neither POST nor GET");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        Arrays.stream(keys.text("headers", "").split("\\|", -1))
                .filter(header -> !header.isBlank())
                .forEach(header -> {
                    int colon = header.indexOf(':');
                    if (colon < 1) {
                        throw new IllegalStateException(keys.path("headers") + " holds no « Name: value »");
                    }
                    headers.put(
                            header.substring(0, colon).strip(),
                            header.substring(colon + 1).strip());
                });
        HttpForm form = new HttpForm(
                keys.name(),
                keys.text("url"),
                method,
                headers,
                keys.text("body", ""),
                keys.optional("success").map(Pattern::compile),
                keys.optional("reference").map(Pattern::compile),
                keys.duration("timeout", "PT5S"));
        form.address("+33600000000", "text");
        return form;
    }

    URI address(String to, String text) {
        return URI.create(filled(url, to, text, value -> URLEncoder.encode(value, StandardCharsets.UTF_8)));
    }

    String body(String to, String text) {
        String type = headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Content-Type"))
                .map(header -> header.getValue().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("application/x-www-form-urlencoded");
        if (type.contains("json")) {
            return filled(body, to, text, value -> Json.createValue(value).toString());
        }
        if (type.contains("xml")) {
            return filled(body, to, text, HttpForm::xml);
        }
        return filled(body, to, text, value -> URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    /** In one pass, so that a text that holds « {to} » stays a text. */
    private static String filled(String template, String to, String text, UnaryOperator<String> written) {
        return Pattern.compile("\\{(to|number|text)}").matcher(template).replaceAll(place -> {
            String value = switch (place.group(1)) {
                case "to" -> to;
                case "number" -> to.substring(1);
                default -> text;
            };
            return Matcher.quoteReplacement(written.apply(value));
        });
    }

    private static String xml(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&apos;");
    }

    /** Headers hold secrets. */
    @Override
    public String toString() {
        return "HttpForm[" + name + "]";
    }
}
