package fr.sisamu.portail.scim;

import java.util.Locale;
import java.util.Map;

/** The order of a list (RFC 7644 §3.4.2.3), by what has an index. */
final class Order {

    private Order() {}

    /** @param columns the attributes to sort by, in small letters, and their paths; the first one of the RFC is the id */
    static String of(ScimQuery query, Map<String, String> columns, String id) {
        boolean descending = query.sortOrder().equalsIgnoreCase("descending");
        String by = query.sortBy();
        String column = by.isEmpty() ? id : columns.get(by.toLowerCase(Locale.ROOT));
        if (column == null) {
            throw new RefusedException(ScimRefusal.INVALID_VALUE, "sortBy=" + by);
        }
        return " order by " + (descending ? column.replace(",", " desc,") + " desc" : column);
    }
}
