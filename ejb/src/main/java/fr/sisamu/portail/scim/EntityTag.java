package fr.sisamu.portail.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.sisamu.portail.secret.Secrets;
import java.util.Arrays;
import java.util.Optional;

/** Entity tags, weak ones (RFC 7644 §3.14): equal while nobody has changed anything of the resource. */
final class EntityTag {

    private static final int DIGEST = 11;

    private EntityTag() {}

    /** The tag of a resource with this version, and with all that it shows. */
    static String of(long version, ObjectNode resource) {
        return "W/\"" + version + "-" + Secrets.digest(resource.toString()).substring(0, DIGEST) + "\"";
    }

    /** Refuses a client whose {@code If-Match} names other versions only. */
    static void check(Optional<String> ifMatch, String current) {
        if (ifMatch.isPresent() && !names(ifMatch.get(), current)) {
            throw new RefusedException(ScimRefusal.CHANGED_MEANWHILE, current);
        }
    }

    private static boolean names(String header, String current) {
        return Arrays.stream(header.split(","))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || strong(tag).equals(strong(current)));
    }

    private static String strong(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
