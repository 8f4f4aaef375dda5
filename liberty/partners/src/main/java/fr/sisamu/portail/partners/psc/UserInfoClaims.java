package fr.sisamu.portail.partners.psc;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the userinfo endpoint says of somebody, in the shape of the provider's samples and with its habits. */
final class UserInfoClaims {

    /** All that is said of who has no profession. */
    private static final Set<String> BARE =
            Set.of("sub", "preferred_username", "codeCivilite", "given_name", "SubjectNameID", "family_name");

    private static final String SAMPLE = read("/psc/userinfo.json");

    private UserInfoClaims() {}

    static Map<String, Object> of(Persona persona) {
        Map<String, Object> claims = parse(SAMPLE);
        claims.put("sub", persona.subject());
        claims.put("preferred_username", persona.subjectNameId());
        claims.put("SubjectNameID", persona.subjectNameId());
        claims.put("given_name", persona.givenName());
        claims.put("family_name", persona.familyName());
        claims.put("codeCivilite", persona.title());
        claims.put("otherIds", otherIds(persona));
        professional(claims, persona);
        switch (persona.shape()) {
            case FULL -> {}
            case MOVED_TITLE -> claims.remove("codeCivilite");
            case UNKNOWN_MEMBERS -> {
                claims.put("idp_hint", Map.of("etablissement", "HOPITAL FACTICE", "niveaux", List.of(1, 2)));
                claims.put("amr", List.of("swk", "mfa", "pwd"));
            }
            case BARE -> claims.keySet().retainAll(BARE);
        }
        return claims;
    }

    private static List<Map<String, Object>> otherIds(Persona persona) {
        return persona.otherIds().stream()
                .map(id -> Map.<String, Object>of("identifiant", id.identifier(), "origine", id.origin(), "qualite", 1))
                .toList();
    }

    /** The registered exercise of a profession, by the same person; who has none has no such member. */
    @SuppressWarnings("unchecked")
    private static void professional(Map<String, Object> claims, Persona persona) {
        if (persona.profession().isEmpty()) {
            claims.keySet().removeAll(Set.of("SubjectRefPro", "SubjectRole"));
            return;
        }
        claims.put("SubjectRole", List.of(persona.profession() + "^1.2.250.1.213.1.1.5.5"));
        Map<String, Object> profession = (Map<String, Object>) claims.get("SubjectRefPro");
        profession.put("codeCivilite", persona.title());
        for (Object exercise : (List<?>) profession.get("exercices")) {
            Map<String, Object> exercised = (Map<String, Object>) exercise;
            exercised.put("codeProfession", persona.profession());
            exercised.put("nomDexercice", persona.familyName());
            exercised.put("prenomDexercice", persona.givenName());
        }
    }

    private static Map<String, Object> parse(String json) {
        try {
            return JSONObjectUtils.parse(json);
        } catch (ParseException e) {
            throw new IllegalStateException("the sample is not JSON", e);
        }
    }

    private static String read(String resource) {
        try (InputStream in = UserInfoClaims.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
