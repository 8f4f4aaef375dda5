package fr.sisamu.portail.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where resources are, as clients see it. */
@ApplicationScoped
class Locations {

    private static final String BASE = "/scim/v2";

    @Inject
    @ConfigProperty(name = "portail.url")
    URI url;

    String of(ScimKind kind, String id) {
        return at(kind.endpoint() + "/" + id);
    }

    String at(String path) {
        return url.resolve(BASE + path).toString();
    }

    /** Where this resource says it is. */
    static Optional<String> in(ObjectNode resource) {
        return Optional.ofNullable(resource.path("meta").path("location").textValue());
    }

    /** Which version of it this is. */
    static Optional<String> versionIn(ObjectNode resource) {
        return Optional.ofNullable(resource.path("meta").path("version").textValue());
    }
}
