package fr.sisamu.portail.scim;

import static fr.sisamu.portail.scim.ScimWorld.RH;
import static fr.sisamu.portail.scim.ScimWorld.done;
import static fr.sisamu.portail.scim.ScimWorld.identifiers;
import static fr.sisamu.portail.scim.ScimWorld.refusal;
import static fr.sisamu.portail.scim.ScimWorld.user;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.types.AttributeDefinition;
import com.unboundid.scim2.common.types.ResourceTypeResource;
import com.unboundid.scim2.common.types.SchemaResource;
import com.unboundid.scim2.common.types.ServiceProviderConfigResource;
import fr.sisamu.portail.testdb.TestDatabase;
import java.util.Collection;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the service provider says of itself is true. */
class DiscoveryTest {

    final ScimWorld world = new ScimWorld(TestDatabase.Kind.H2);

    private ObjectNode described(String path) {
        return done(world.scim.describe(RH, path));
    }

    private Collection<AttributeDefinition> attributes(String schema) {
        return ScimJson.read(described("Schemas/" + schema), SchemaResource.class)
                .getAttributes();
    }

    @Test
    void announcesWhatItDoes() {
        ServiceProviderConfigResource config =
                ScimJson.read(described("ServiceProviderConfig"), ServiceProviderConfigResource.class);

        assertThat(config.getPatch().isSupported()).isTrue();
        assertThat(config.getBulk().isSupported()).isFalse();
        assertThat(config.getFilter().getMaxResults()).isEqualTo(UserResources.MOST);
        assertThat(config.getEtag().isSupported()).isTrue();
        assertThat(config.getSort().isSupported()).isTrue();
        assertThat(config.getChangePassword().isSupported()).isFalse();
    }

    @Test
    void namesTheTypesAndTheirSchemas() {
        ObjectNode types = described("ResourceTypes");

        assertThat(types.get("totalResults").asInt()).isEqualTo(2);
        ResourceTypeResource user = ScimJson.read(described("ResourceTypes/User"), ResourceTypeResource.class);
        assertThat(user.getEndpoint()).hasToString(ScimKind.USER.endpoint());
        assertThat(user.getSchemaExtensions().iterator().next().getSchema()).hasToString(Schemas.SI_SAMU_USER);
        assertThat(described("Schemas").get("totalResults").asInt()).isEqualTo(3);
        assertThat(described("Schemas/" + Schemas.GROUP)
                        .get("meta")
                        .get("location")
                        .asText())
                .isEqualTo("https://portail.test/scim/v2/Schemas/" + Schemas.GROUP);
        assertThat(refusal(world.scim.describe(RH, "Schemas/urn:x"))).isEqualTo(ScimRefusal.NOT_FOUND);
    }

    @Test
    void declaresEveryAttributeOfAUser() {
        String unit = world.unit();
        ObjectNode made =
                world.make(user(world.login(), "\"externalId\":\"D" + unit + "\"," + identifiers(world.identifier())));
        done(world.create(
                ScimKind.GROUP,
                "{\"displayName\":\"" + unit + " ARM\",\"members\":[{\"value\":\""
                        + made.get("id").asText() + "\"}]}"));
        ObjectNode user = world.get(ScimKind.USER, made.get("id").asText());
        ObjectNode extension = (ObjectNode) user.remove(Schemas.SI_SAMU_USER);

        assertDeclared(user, attributes(Schemas.USER));
        assertDeclared(extension, attributes(Schemas.SI_SAMU_USER));
        ObjectNode group =
                world.get(ScimKind.GROUP, user.get("groups").get(0).get("value").asText());
        assertDeclared(group, attributes(Schemas.GROUP));
    }

    /** But for the common ones (RFC 7643 §3.1), which no schema declares. */
    private static void assertDeclared(ObjectNode resource, Collection<AttributeDefinition> attributes) {
        resource.remove(java.util.List.of("schemas", "id", "externalId", "meta"));
        for (Map.Entry<String, JsonNode> one : resource.properties()) {
            assertThat(attributes).extracting(AttributeDefinition::getName).contains(one.getKey());
            AttributeDefinition declared = attributes.stream()
                    .filter(attribute -> attribute.getName().equals(one.getKey()))
                    .findFirst()
                    .orElseThrow();
            assertThat(one.getValue().isArray()).as(one.getKey()).isEqualTo(declared.isMultiValued());
            JsonNode value = one.getValue().isArray() ? one.getValue().get(0) : one.getValue();
            if (value instanceof ObjectNode inner) {
                assertThat(declared.getSubAttributes())
                        .extracting(AttributeDefinition::getName)
                        .containsAll(inner.properties().stream()
                                .map(Map.Entry::getKey)
                                .toList());
            }
        }
    }
}
