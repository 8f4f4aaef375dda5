package fr.sisamu.portail.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A query in the body of a POST, so that nothing of it stays in the logs of proxies (RFC 7644 §3.4.3). Clients that write
 * a number as text, or the names of attributes as in an address, are understood too.
 */
final class SearchBody {

    private SearchBody() {}

    static ScimQuery query(byte[] body) {
        ObjectNode request = ScimJson.read(body);
        return new ScimQuery(
                text(request, "filter"),
                text(request, "attributes"),
                text(request, "excludedAttributes"),
                text(request, "sortBy"),
                text(request, "sortOrder"),
                text(request, "startIndex"),
                text(request, "count"));
    }

    private static String text(ObjectNode request, String name) {
        return ScimJson.value(request, name).stream()
                .flatMap(SearchBody::each)
                .map(value -> text(name, value))
                .collect(Collectors.joining(","));
    }

    private static Stream<JsonNode> each(JsonNode value) {
        return value.isArray() ? StreamSupport.stream(value.spliterator(), false) : Stream.of(value);
    }

    private static String text(String name, JsonNode value) {
        if (!value.isValueNode()) {
            throw new RefusedException(ScimRefusal.INVALID_SYNTAX, name);
        }
        return value.asText();
    }
}
