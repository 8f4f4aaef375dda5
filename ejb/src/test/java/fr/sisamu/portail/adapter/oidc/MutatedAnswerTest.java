package fr.sisamu.portail.adapter.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.util.JSONObjectUtils;
import fr.sisamu.portail.adapter.oidc.StubProvider.Reply;
import fr.sisamu.portail.prosanteconnect.Proof;
import fr.sisamu.portail.prosanteconnect.ProviderUnavailableException;
import fr.sisamu.portail.prosanteconnect.PscRefusal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Answers with broken bytes or wrong values, tokens among them that the provider signed all the same. Whatever comes, the
 * answer is a verdict or an outage and never a bug; and whoever comes in is who SubjectNameID says.
 */
class MutatedAnswerTest {

    private static final int MUTANTS = 250;

    private static final List<Object> VALUES = Arrays.asList(
            null,
            "",
            "899999000013",
            "x".repeat(5000),
            "\u0000",
            0,
            -1,
            1e308,
            Long.MAX_VALUE,
            true,
            List.of(),
            List.of("portail"),
            Arrays.asList(null, 1, "x"),
            Map.of(),
            Map.of("identifiant", "899999000013"),
            List.of(Map.of("identifiant", "899999000013")),
            List.of(Map.of("identifiant", List.of())));

    final OidcWorld world = new OidcWorld();
    final Random random = new Random(20260302);
    final Set<PscRefusal> met = EnumSet.noneOf(PscRefusal.class);

    @AfterEach
    void close() {
        world.close();
    }

    /** A login that ends in a verdict or an outage. */
    private void judged() {
        world.portal.clock().advance(world.portal.get(OidcSettings.class).pause);
        try {
            Proof proof = world.login();
            if (proof instanceof Proof.Nothing nothing) {
                met.add(nothing.reason());
                assertThat(nothing.cause()).hasSizeLessThan(2000).doesNotContain("nobody-may-see", "eyJ");
            } else {
                Proof.Holder holder = (Proof.Holder) proof;
                assertThat(holder.identifier().value()).isEqualTo(world.stub.userinfo.get("SubjectNameID"));
                assertThat(holder.identifiers())
                        .allSatisfy(id -> assertThat(id.value()).matches("[0-9A-Za-z/._-]{1,32}"));
            }
        } catch (ProviderUnavailableException e) {
            assertThat(e.getMessage()).doesNotContain("nobody-may-see", "eyJ");
        }
    }

    private Object value() {
        return VALUES.get(random.nextInt(VALUES.size()));
    }

    private String one(Set<String> names) {
        List<String> ordered = new ArrayList<>(names);
        Collections.sort(ordered);
        return ordered.get(random.nextInt(ordered.size()));
    }

    @Test
    void everyClaimOfTheIdTokenMayBeWrong() {
        Set<String> names = Set.of(
                "iss", "sub", "aud", "azp", "nonce", "acr", "sid", "iat", "exp", "nbf", "at_hash", "SubjectNameID");
        world.stub.sign = claims -> {
            Map<String, Object> members = new HashMap<>(claims.toJSONObject());
            members.put(one(names), value());
            return signedAsTheyAre(members);
        };
        for (int i = 0; i < MUTANTS; i++) {
            judged();
        }
        assertThat(met).contains(PscRefusal.UNTRUSTED_ANSWER, PscRefusal.LEVEL_TOO_LOW, PscRefusal.CLOCK);
    }

    /** Signs a payload that no claims set would hold. */
    private String signedAsTheyAre(Map<String, Object> members) {
        try {
            com.nimbusds.jose.JWSObject token = new com.nimbusds.jose.JWSObject(
                    new com.nimbusds.jose.JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(world.stub.key.getKeyID())
                            .build(),
                    new com.nimbusds.jose.Payload(JSONObjectUtils.toJSONString(members)));
            token.sign(new com.nimbusds.jose.crypto.RSASSASigner(world.stub.key));
            return token.serialize();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyByteOfTheIdTokenMayBeWrong() {
        world.stub.sign = claims ->
                mutated(StubTokens.signed(claims, JWSAlgorithm.RS256, world.stub.key), "abcXYZ019-_.=\u00e9\" ");
        for (int i = 0; i < MUTANTS; i++) {
            judged();
        }
        assertThat(met).contains(PscRefusal.UNTRUSTED_ANSWER);
    }

    @Test
    void everyMemberOfUserinfoMayBeWrong() {
        Map<String, Object> good = Map.copyOf(world.stub.userinfo);
        Set<String> names =
                Set.of("sub", "SubjectNameID", "otherIds", "given_name", "family_name", "SubjectRefPro", "more");
        for (int i = 0; i < MUTANTS; i++) {
            world.stub.userinfo.clear();
            world.stub.userinfo.putAll(good);
            world.stub.userinfo.put(one(names), value());
            boolean signed = random.nextBoolean();
            world.stub.answerUserinfo = members -> signed
                    ? new Reply(200, "application/jwt", signedAsTheyAre(members), Map.of())
                    : Reply.json(200, members);
            judged();
        }
        assertThat(met).contains(PscRefusal.UNTRUSTED_ANSWER, PscRefusal.NO_IDENTIFIER);
    }

    /** By signs that no identifier holds, so that a holder stays comparable. */
    @Test
    void everyByteOfUserinfoMayBeWrong() {
        Map<String, Object> good = new HashMap<>(world.stub.userinfo);
        good.put("otherIds", List.of(Map.of("identifiant", "3999990005/MED0007", "origine", "FINESS")));
        world.stub.answerUserinfo = members -> new Reply(
                200, "application/json", mutated(JSONObjectUtils.toJSONString(good), "{}[]\",:\\é\u0001"), Map.of());
        for (int i = 0; i < MUTANTS; i++) {
            judged();
        }
    }

    @Test
    void everyMemberOfTheTokenAnswerMayBeWrong() {
        Set<String> names = Set.of("access_token", "token_type", "id_token", "expires_in", "refresh_token", "error");
        world.stub.tokens = members -> {
            members.put(one(names), value());
            return members;
        };
        for (int i = 0; i < MUTANTS; i++) {
            judged();
        }
        assertThat(met).contains(PscRefusal.UNTRUSTED_ANSWER);
    }

    @Test
    void everyMemberOfTheDiscoveryDocumentAndOfTheKeysMayBeWrong() {
        Map<String, Object> good = Map.copyOf(world.stub.document);
        for (int i = 0; i < MUTANTS / 4; i++) {
            world.stub.document.clear();
            world.stub.document.putAll(good);
            world.stub.document.put(one(good.keySet()), value());
            String keys = mutated(world.stub.published.toString(), "{}[]\",:0aA\u0001");
            world.stub.instead.put("/certs", new Reply(200, "application/json", keys, Map.of()));
            try (OidcWorld fresh = new OidcWorld()) {
                fresh.with("issuer", world.stub.issuer());
                fresh.provider().refresh();
            } catch (ProviderUnavailableException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    private String mutated(String text, String alphabet) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] from = alphabet.getBytes(StandardCharsets.UTF_8);
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            bytes[random.nextInt(bytes.length)] = from[random.nextInt(from.length)];
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
