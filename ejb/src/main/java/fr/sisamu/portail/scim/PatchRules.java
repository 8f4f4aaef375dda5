package fr.sisamu.portail.scim;

import com.unboundid.scim2.common.Path;
import java.util.Locale;
import java.util.Set;

/**
 * What a patch may name. Attributes of the RFC that the portal does not keep are passed over: the request that takes
 * somebody's access away must not fail because it also corrects a fax number.
 */
final class PatchRules {

    /** In small letters, as all names here. */
    private static final String IDENTIFIERS =
            "urn:ietf:params:scim:schemas:extension:sisamu:2.0:user:nationalidentifiers";

    static final PatchRules USER = new PatchRules(
            Schemas.USER,
            Set.of("username", "name", "active", "externalid", IDENTIFIERS),
            Set.of("id", "meta", "schemas", "groups"),
            Set.of(
                    "displayname",
                    "nickname",
                    "profileurl",
                    "title",
                    "usertype",
                    "preferredlanguage",
                    "locale",
                    "timezone",
                    "password",
                    "emails",
                    "phonenumbers",
                    "ims",
                    "photos",
                    "addresses",
                    "entitlements",
                    "roles",
                    "x509certificates"),
            IDENTIFIERS);

    static final PatchRules GROUP = new PatchRules(
            Schemas.GROUP,
            Set.of("displayname", "externalid", "members"),
            Set.of("id", "meta", "schemas"),
            Set.of(),
            "members");

    enum Judgement {
        KEPT,
        IGNORED,
        READ_ONLY,
        UNKNOWN
    }

    private final String core;
    private final Set<String> kept;
    private final Set<String> readOnly;
    private final Set<String> ignored;
    private final String multiValued;

    private PatchRules(String core, Set<String> kept, Set<String> readOnly, Set<String> ignored, String multiValued) {
        this.core = core;
        this.kept = kept;
        this.readOnly = readOnly;
        this.ignored = ignored;
        this.multiValued = multiValued;
    }

    /** Whether a value without a path may hold this attribute; others are passed over, as in a whole resource. */
    boolean knows(String name) {
        Judgement judgement = judge(unqualified(name));
        return judgement == Judgement.KEPT || unqualified(name).equalsIgnoreCase(Schemas.SI_SAMU_USER);
    }

    /** Without the schema of the core, which need not be said. */
    String unqualified(String path) {
        String prefix = core + ":";
        return path.regionMatches(true, 0, prefix, 0, prefix.length()) ? path.substring(prefix.length()) : path;
    }

    Judgement judge(String path) {
        String whole = path.toLowerCase(Locale.ROOT);
        if (whole.startsWith(Schemas.ENTERPRISE_USER.toLowerCase(Locale.ROOT)) || whole.equals("name.formatted")) {
            return Judgement.IGNORED;
        }
        String root = root(path);
        if (kept.contains(root)) {
            return Judgement.KEPT;
        }
        if (readOnly.contains(root)) {
            return Judgement.READ_ONLY;
        }
        return ignored.contains(root) ? Judgement.IGNORED : Judgement.UNKNOWN;
    }

    boolean isMultiValued(String path) {
        return path.equalsIgnoreCase(multiValued);
    }

    private static String root(String path) {
        Path parsed = Parsing.path(path).withoutFilters();
        String attribute = parsed.isRoot() ? "" : parsed.getElement(0).getAttribute();
        String schema = parsed.getSchemaUrn() == null ? "" : parsed.getSchemaUrn() + ":";
        return (schema + attribute).toLowerCase(Locale.ROOT);
    }
}
