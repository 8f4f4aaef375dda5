package fr.sisamu.portail.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.messages.PatchOperation;
import com.unboundid.scim2.common.messages.PatchRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Applies a patch (RFC 7644 §3.5.2) to the JSON of a resource. The library does it; here is what identity systems send
 * otherwise than the RFC has it, and what of the core the portal does not keep.
 */
final class Patching {

    private static final int MOST = 200;

    private final PatchRules rules;

    private Patching(PatchRules rules) {
        this.rules = rules;
    }

    /** Changes the resource; all operations or, by a refusal, none. */
    static void apply(ObjectNode patch, ObjectNode resource, PatchRules rules) {
        new Patching(rules).apply(patch, resource);
    }

    private void apply(ObjectNode patch, ObjectNode resource) {
        JsonNode operations = ScimJson.value(patch, "Operations")
                .filter(JsonNode::isArray)
                .orElseThrow(() -> new RefusedException(ScimRefusal.INVALID_SYNTAX, "Operations"));
        if (operations.size() > MOST) {
            throw new RefusedException(ScimRefusal.TOO_MANY_OPERATIONS, Integer.toString(MOST));
        }
        for (JsonNode operation : operations) {
            for (ObjectNode one : taken(operation)) {
                ObjectNode request = ScimJson.object();
                request.putArray("Operations").add(one);
                apply(ScimJson.read(request, PatchRequest.class).getOperations().get(0), resource);
            }
        }
    }

    private static void apply(PatchOperation operation, ObjectNode resource) {
        try {
            operation.apply(resource);
        } catch (BadRequestException refused) {
            ScimRefusal reason =
                    BadRequestException.NO_TARGET.equals(refused.getScimError().getScimType())
                            ? ScimRefusal.NO_TARGET
                            : ScimRefusal.INVALID_PATH;
            throw new RefusedException(reason, String.valueOf(operation.getPath()));
        } catch (ScimException refused) {
            throw new RefusedException(ScimRefusal.INVALID_VALUE, String.valueOf(operation.getPath()));
        }
    }

    /** One operation with a path for each attribute that the portal keeps. */
    private List<ObjectNode> taken(JsonNode operation) {
        if (!(operation instanceof ObjectNode object)) {
            throw new RefusedException(ScimRefusal.INVALID_SYNTAX, "Operations");
        }
        String op = object.path("op").asText().toLowerCase(Locale.ROOT);
        JsonNode value = object.path("value");
        if (object.hasNonNull("path")) {
            return taken(op, object.get("path").asText(), value);
        }
        if (!(value instanceof ObjectNode attributes)) {
            throw new RefusedException(op.equals("remove") ? ScimRefusal.NO_TARGET : ScimRefusal.INVALID_VALUE, "path");
        }
        List<ObjectNode> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> attribute : attributes.properties()) {
            if (rules.knows(attribute.getKey())) {
                operations.addAll(taken(op, attribute.getKey(), attribute.getValue()));
            }
        }
        return operations;
    }

    private List<ObjectNode> taken(String op, String path, JsonNode value) {
        String name = rules.unqualified(path);
        if (name.equalsIgnoreCase(Schemas.SI_SAMU_USER)) { // the whole extension, which the library takes for no target
            return op.equals("remove")
                    ? List.of(operation(op, Schemas.SI_SAMU_USER + ":" + Schemas.IDENTIFIERS, value))
                    : extension(op, value);
        }
        return switch (rules.judge(name)) {
            case KEPT -> List.of(operation(op, name, rules.isMultiValued(name) ? inArray(value) : value));
            case IGNORED -> List.of();
            case READ_ONLY -> throw new RefusedException(ScimRefusal.MUTABILITY, path);
            case UNKNOWN -> throw new RefusedException(ScimRefusal.INVALID_PATH, path);
        };
    }

    private List<ObjectNode> extension(String op, JsonNode value) {
        List<ObjectNode> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> attribute : value.properties()) {
            operations.addAll(taken(op, Schemas.SI_SAMU_USER + ":" + attribute.getKey(), attribute.getValue()));
        }
        return operations;
    }

    private static ObjectNode operation(String op, String path, JsonNode value) {
        boolean none = value.isMissingNode() || value.isNull();
        ObjectNode operation = ScimJson.object().put("op", none && op.equals("replace") ? "remove" : op);
        operation.put("path", path);
        if (!none) {
            operation.set("value", value);
        }
        return operation;
    }

    /** A client may add one value without the brackets of an array. */
    private static JsonNode inArray(JsonNode value) {
        if (value.isTextual()) {
            ArrayNode array = ScimJson.array();
            UserJson.texts(value).forEach(array::add);
            return array;
        }
        return value.isObject() ? ScimJson.array().add(value) : value;
    }
}
