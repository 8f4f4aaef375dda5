package fr.sisamu.portail.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** What the service provider tells of itself (RFC 7643 §5–7), written in the files beside this class. */
@ApplicationScoped
class Discovery {

    private static final List<String> LISTS = List.of("ResourceTypes", "Schemas");
    private static final String CONFIG = "ServiceProviderConfig";

    private final Map<String, ObjectNode> answers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    @Inject
    Locations locations;

    @PostConstruct
    void read() {
        answers.put(CONFIG, located((ObjectNode) file(CONFIG), CONFIG, "/" + CONFIG));
        for (String list : LISTS) {
            List<ObjectNode> resources = StreamSupport.stream(file(list).spliterator(), false)
                    .map(resource -> located(
                            (ObjectNode) resource,
                            list.substring(0, list.length() - 1),
                            "/" + list + "/" + id(resource)))
                    .toList();
            resources.forEach(resource -> answers.put(list + "/" + id(resource), resource));
            answers.put(list, new Slice(1, resources.size()).answer(resources.size(), resources));
        }
    }

    ObjectNode find(String path) {
        ObjectNode answer = answers.get(path);
        if (answer == null) {
            throw new RefusedException(ScimRefusal.NOT_FOUND, path);
        }
        return answer;
    }

    private ObjectNode located(ObjectNode resource, String type, String path) {
        resource.putObject("meta").put("resourceType", type).put("location", locations.at(path));
        return resource;
    }

    private static String id(JsonNode resource) {
        return resource.get("id").asText();
    }

    private static JsonNode file(String name) {
        try (InputStream json = Discovery.class.getResourceAsStream(name + ".json")) {
            return ScimJson.tree(json.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
