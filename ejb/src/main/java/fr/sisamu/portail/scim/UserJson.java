package fr.sisamu.portail.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.sisamu.portail.account.LoginName;
import fr.sisamu.portail.account.NationalIdentifier;
import fr.sisamu.portail.account.PersonName;
import fr.sisamu.portail.account.TidyText;
import fr.sisamu.portail.card.IdNat;
import fr.sisamu.portail.directory.TextRules;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Users as JSON says them, judged by the rules of the imports. */
final class UserJson {

    static final int LONGEST_KEY = 255;

    private static final int MOST_IDENTIFIERS = 20;

    private UserJson() {}

    /**
     * @param whole whether what is missing is to be taken away (the result of a patch) rather than left alone
     */
    static UserContent read(ObjectNode user, boolean whole) {
        LoginName loginName = LoginName.of(text(user, "userName")).orElseThrow(() -> invalid("userName"));
        JsonNode name = ScimJson.value(user, "name").orElseThrow(() -> invalid("name"));
        return new UserContent(
                loginName,
                personName(name, "givenName"),
                personName(name, "familyName"),
                ScimJson.value(user, "active").map(node -> bool(node).orElseThrow(() -> invalid("active"))),
                externalId(user, whole),
                identifiers(user, whole));
    }

    /** The key of the identity system; empty text takes it away. */
    static Optional<String> externalId(ObjectNode resource, boolean whole) {
        Optional<String> key = ScimJson.value(resource, "externalId")
                .map(node -> Optional.ofNullable(node.textValue())
                        .filter(text -> TidyText.of(text, LONGEST_KEY).isPresent())
                        .orElseThrow(() -> invalid("externalId")));
        return key.or(() -> whole || resource.has("externalId") ? Optional.of("") : Optional.empty());
    }

    /** Some clients write « True » for true. */
    static Optional<Boolean> bool(JsonNode node) {
        return switch (node.asText().toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** The number that an identifier of ours is. */
    static Optional<Long> number(String id) {
        return Optional.of(id).filter(text -> text.matches("[0-9]{1,18}")).map(Long::valueOf);
    }

    static ObjectNode write(UserRow row, Set<String> identifiers, String location, Stream<GroupName> groups) {
        ObjectNode user = ScimJson.object();
        user.putArray("schemas").add(Schemas.USER).add(Schemas.SI_SAMU_USER);
        user.put("id", Long.toString(row.id()));
        row.externalId().ifPresent(key -> user.put("externalId", key));
        user.put("userName", row.loginName());
        String displayName = row.givenName() + " " + row.familyName();
        user.putObject("name")
                .put("formatted", displayName)
                .put("familyName", row.familyName())
                .put("givenName", row.givenName());
        user.put("displayName", displayName);
        user.put("active", row.active());
        ArrayNode held = ScimJson.array();
        groups.forEach(group -> held.add(group.reference()));
        if (!held.isEmpty()) {
            user.set("groups", held);
        }
        if (!identifiers.isEmpty()) {
            ArrayNode own = user.putObject(Schemas.SI_SAMU_USER).putArray(Schemas.IDENTIFIERS);
            identifiers.forEach(own::add);
        }
        String version = EntityTag.of(row.version(), user);
        user.putObject("meta")
                .put("resourceType", "User")
                .put("created", row.createdAt().toString())
                .put("location", location)
                .put("version", version);
        return user;
    }

    private static PersonName personName(JsonNode name, String attribute) {
        return PersonName.of(text(name, attribute))
                .filter(one -> TextRules.objection(one.value()).isEmpty() && TextRules.isPersonName(one.value()))
                .orElseThrow(() -> invalid("name." + attribute));
    }

    private static Optional<Set<NationalIdentifier>> identifiers(ObjectNode user, boolean whole) {
        JsonNode extension = user.get(Schemas.SI_SAMU_USER);
        boolean silent = extension == null || !extension.has(Schemas.IDENTIFIERS);
        if (silent && !whole) {
            return Optional.empty();
        }
        Set<NationalIdentifier> identifiers = new LinkedHashSet<>();
        Optional.ofNullable(extension).flatMap(node -> ScimJson.value(node, Schemas.IDENTIFIERS)).stream()
                .flatMap(UserJson::texts)
                .map(text -> IdNat.parse(text).orElseThrow(() -> invalid(Schemas.IDENTIFIERS + " " + text)))
                .forEach(identifiers::add);
        if (identifiers.size() > MOST_IDENTIFIERS) {
            throw invalid(Schemas.IDENTIFIERS + " > " + MOST_IDENTIFIERS);
        }
        return Optional.of(identifiers);
    }

    /** One text, several joined by | as in the files of an import, or an array. */
    static Stream<String> texts(JsonNode node) {
        Stream<JsonNode> nodes = node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.of(node);
        return nodes.map(JsonNode::asText)
                .flatMap(text -> Arrays.stream(text.split("\\|")))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static String text(JsonNode object, String attribute) {
        return ScimJson.value(object, attribute).map(JsonNode::textValue).orElseThrow(() -> invalid(attribute));
    }

    private static RefusedException invalid(String attribute) {
        return new RefusedException(ScimRefusal.INVALID_VALUE, attribute);
    }
}
