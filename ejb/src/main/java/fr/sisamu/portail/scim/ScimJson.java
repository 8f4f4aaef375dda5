package fr.sisamu.portail.scim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.utils.JsonUtils;
import java.io.IOException;
import java.util.Optional;

/** Reads and makes JSON as SCIM wants it: the names of attributes in any case (RFC 7643 §2.1). */
final class ScimJson {

    private ScimJson() {}

    static ObjectNode object() {
        return JsonUtils.getJsonNodeFactory().objectNode();
    }

    static ArrayNode array() {
        return JsonUtils.getJsonNodeFactory().arrayNode();
    }

    static JsonNode tree(byte[] json) throws IOException {
        return JsonUtils.getObjectReader().readTree(json);
    }

    static ObjectNode read(byte[] body) {
        try {
            if (tree(body) instanceof ObjectNode object) {
                return object;
            }
            throw new RefusedException(ScimRefusal.INVALID_SYNTAX, "");
        } catch (JsonProcessingException notJson) {
            throw refusal(notJson);
        } catch (IOException fromMemory) {
            throw new IllegalStateException(fromMemory);
        }
    }

    static <T> T read(JsonNode json, Class<T> type) {
        try {
            return JsonUtils.getObjectReader().forType(type).readValue(json);
        } catch (JsonProcessingException notOfThatShape) {
            throw refusal(notOfThatShape);
        } catch (IOException fromMemory) {
            throw new IllegalStateException(fromMemory);
        }
    }

    /** The attribute; empty if it is missing, null or an empty array, which are the same (RFC 7643 §2.5). */
    static Optional<JsonNode> value(JsonNode object, String attribute) {
        return Optional.ofNullable(object.get(attribute))
                .filter(node -> !node.isNull() && !(node.isArray() && node.isEmpty()));
    }

    /** What the library says of a path or a filter inside, else bad syntax at that place. */
    private static RefusedException refusal(JsonProcessingException fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof ScimException) {
                return new RefusedException(ScimRefusal.INVALID_PATH, "");
            }
        }
        String place = fault.getLocation() == null
                ? ""
                : "colonne " + fault.getLocation().getColumnNr();
        return new RefusedException(ScimRefusal.INVALID_SYNTAX, place);
    }
}
