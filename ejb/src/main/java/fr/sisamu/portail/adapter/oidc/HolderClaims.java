package fr.sisamu.portail.adapter.oidc;

import fr.sisamu.portail.account.NationalIdentifier;
import fr.sisamu.portail.prosanteconnect.PscIdentifier;
import fr.sisamu.portail.prosanteconnect.PscRefusal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who the claims of Pro Santé Connect speak of. SubjectNameID must be there and whole; otherIds may be missing, empty or
 * hold empty strings, as the ANS's own samples do. Whatever else stands there, or does not, changes nothing: profiles are
 * the portal's own.
 */
final class HolderClaims {

    /** More than any person has; a longer list would only be a burden. */
    private static final int MOST = 32;

    private final NationalIdentifier subject;
    private final Set<NationalIdentifier> all;
    private final Map<String, Object> claims;

    private HolderClaims(NationalIdentifier subject, Set<NationalIdentifier> all, Map<String, Object> claims) {
        this.subject = subject;
        this.all = all;
        this.claims = claims;
    }

    static HolderClaims of(Map<String, Object> claims) throws ProofRefused {
        NationalIdentifier subject = identifier(claims.get("SubjectNameID"))
                .orElseThrow(() -> unreadable("SubjectNameID is missing or no identifier"));
        Set<NationalIdentifier> all = new LinkedHashSet<>();
        all.add(subject);
        for (Object other : others(claims.get("otherIds"))) {
            if (!(other instanceof Map<?, ?> entry)) {
                throw unreadable("otherIds holds something else than identifiers");
            }
            Object value = entry.get("identifiant");
            if (value != null && !(value instanceof String)) {
                throw unreadable("an identifiant of otherIds is no text");
            }
            identifier(value).ifPresent(all::add);
        }
        return new HolderClaims(subject, all, claims);
    }

    NationalIdentifier subject() {
        return subject;
    }

    Set<NationalIdentifier> all() {
        return all;
    }

    String givenName() {
        return Json.text(claims, "given_name").orElse("");
    }

    String familyName() {
        return Json.text(claims, "family_name").orElse("");
    }

    private static List<?> others(Object otherIds) throws ProofRefused {
        if (otherIds == null || otherIds.equals("")) {
            return List.of();
        }
        if (!(otherIds instanceof List<?> list) || list.size() > MOST) {
            throw unreadable("otherIds is no list, or too long a one");
        }
        return list;
    }

    /** An identifier of another shape names no account here, and is passed over. */
    private static Optional<NationalIdentifier> identifier(Object value) {
        return value instanceof String text ? PscIdentifier.of(text) : Optional.empty();
    }

    private static ProofRefused unreadable(String cause) {
        return new ProofRefused(PscRefusal.NO_IDENTIFIER, cause);
    }
}
