package fr.sisamu.portail.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which attributes a client wants to see (RFC 7644 §3.9); {@code schemas} and {@code id} come always. */
final class Projection {

    private static final Set<String> ALWAYS = Set.of("schemas", "id");

    private final Set<String> wanted;
    private final Set<String> unwanted;

    private Projection(Set<String> wanted, Set<String> unwanted) {
        this.wanted = wanted;
        this.unwanted = unwanted;
    }

    /** @param core the schema whose attributes need not be qualified */
    static Projection of(ScimQuery query, String core) {
        return new Projection(names(query.attributes(), core), names(query.excludedAttributes(), core));
    }

    /** Whether this attribute, of small letters, is seen at all: what is not need not be read. */
    boolean shows(String attribute) {
        return wanted.isEmpty()
                ? !unwanted.contains(attribute)
                : wanted.contains(attribute) || wanted.stream().anyMatch(name -> isPart(name, attribute));
    }

    ObjectNode apply(ObjectNode resource) {
        trim(resource, "", false);
        return resource;
    }

    /** @param whole whether what contains this object was asked for by name */
    private void trim(ObjectNode object, String prefix, boolean whole) {
        for (Iterator<Map.Entry<String, JsonNode>> fields = object.properties().iterator(); fields.hasNext(); ) {
            Map.Entry<String, JsonNode> field = fields.next();
            String name = prefix + field.getKey().toLowerCase(Locale.ROOT);
            boolean asked = whole || wanted.isEmpty() || wanted.contains(name) || ALWAYS.contains(name);
            if (unwanted.contains(name) && !ALWAYS.contains(name)) {
                fields.remove();
            } else if (field.getValue() instanceof ObjectNode inner) {
                trim(inner, name + (name.contains(":") ? ":" : "."), asked);
                if (inner.isEmpty()) {
                    fields.remove();
                }
            } else if (!asked && wanted.stream().noneMatch(deeper -> isPart(deeper, name))) {
                fields.remove();
            }
        }
    }

    private static boolean isPart(String name, String whole) {
        return name.startsWith(whole + ".");
    }

    private static Set<String> names(String list, String core) {
        String qualified = core.toLowerCase(Locale.ROOT) + ":";
        return Arrays.stream(list.toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> name.startsWith(qualified) ? name.substring(qualified.length()) : name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
