package fr.sisamu.portail.scim;

import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.filters.Filter;

/** Filters and paths by the library, whose parser meets some nonsense ({@code id eq []}) with a fault and not an error. */
final class Parsing {

    private Parsing() {}

    static Filter filter(String text) {
        try {
            return Filter.fromString(text);
        } catch (BadRequestException | ClassCastException notAFilter) {
            throw new RefusedException(ScimRefusal.INVALID_FILTER, "");
        }
    }

    static Path path(String text) {
        try {
            return Path.fromString(text);
        } catch (BadRequestException | ClassCastException notAPath) {
            throw new RefusedException(ScimRefusal.INVALID_PATH, text);
        }
    }
}
