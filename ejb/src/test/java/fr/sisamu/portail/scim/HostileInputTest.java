package fr.sisamu.portail.scim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Filters and patches put together by chance: each is understood or refused, and none is a fault. */
class HostileInputTest {

    private static final int TRIES = 30_000;

    private static final List<String> PIECES = List.of(
            "userName",
            "id",
            "active",
            "members",
            "name.givenName",
            "urn:",
            ":",
            ".",
            "$ref",
            "nationalIdentifiers",
            Schemas.USER,
            Schemas.SI_SAMU_USER,
            "eq",
            "EQ",
            "co",
            "and",
            "or",
            "not",
            "pr",
            "gt",
            " ",
            " ",
            " ",
            "(",
            ")",
            "[",
            "]",
            "[]",
            "{}",
            "[value eq ",
            "\"",
            "\"a\"",
            "\\",
            "\\\"",
            "\\u0000",
            "true",
            "null",
            "1e999",
            "-",
            "1",
            "{",
            "}",
            ",",
            "'",
            "%",
            ";",
            "é",
            "\u202e",
            "\uD83D");

    /** The same at each run. */
    private final Random random = new Random(7644);

    private String anything() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    @Test
    void understandsOrRefusesEveryFilter() {
        Set<ScimRefusal> reasons = EnumSet.noneOf(ScimRefusal.class);
        int understood = 0;
        for (int i = 0; i < TRIES; i++) {
            try {
                Condition condition = FilterReading.read(anything(), new UserFilter(), Schemas.USER);
                assertThat(condition.text()).matches("[a-zA-Z0-9_.=:() ]+");
                understood++;
            } catch (RefusedException refused) {
                reasons.add(refused.reason());
            }
        }
        assertThat(understood).isPositive();
        assertThat(reasons).contains(ScimRefusal.INVALID_FILTER, ScimRefusal.FILTER_NOT_INDEXED);
    }

    @Test
    void understandsOrRefusesEveryPatch() {
        Set<ScimRefusal> reasons = EnumSet.noneOf(ScimRefusal.class);
        for (int i = 0; i < TRIES; i++) {
            ObjectNode user =
                    read("{\"userName\":\"a.b\",\"active\":true,\"name\":{\"givenName\":\"A\",\"familyName\":\"B\"},\""
                            + Schemas.SI_SAMU_USER + "\":{\"nationalIdentifiers\":[\"2A\",\"2B\"]}}");
            ObjectNode operation = ScimJson.object()
                    .put("op", List.of("add", "remove", "replace").get(random.nextInt(3)));
            operation.put("path", anything());
            switch (random.nextInt(4)) {
                case 0 -> operation.put("value", anything());
                case 1 -> operation.putObject("value").put(anything(), anything());
                case 2 -> operation.putArray("value").add(anything()).addNull().addObject();
                default -> operation.putNull("value");
            }
            ObjectNode patch = ScimJson.object();
            patch.putArray("Operations").add(operation);
            try {
                Patching.apply(patch, user, PatchRules.USER);
                UserJson.read(user, true);
            } catch (RefusedException refused) {
                reasons.add(refused.reason());
            }
        }
        assertThat(reasons).contains(ScimRefusal.INVALID_PATH, ScimRefusal.INVALID_VALUE, ScimRefusal.INVALID_SYNTAX);
    }

    @Test
    void readsNoBodyThatIsHalfAnything() {
        for (int i = 0; i < TRIES; i++) {
            try {
                UserJson.read(ScimJson.read(anything().getBytes(StandardCharsets.UTF_8)), false);
            } catch (RefusedException refused) {
                assertThat(refused.subject().length()).isLessThanOrEqualTo(101);
            }
        }
    }

    private static ObjectNode read(String json) {
        return ScimJson.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
