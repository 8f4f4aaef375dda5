package fr.sisamu.portail.scim;

import com.fasterxml.jackson.databind.node.ValueNode;
import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.filters.FilterType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes a condition for the database of a filter (RFC 7644 §3.4.2.2). It knows {@code eq}, {@code and}, {@code or} and
 * brackets, over what each type of resource finds by an index; whatever else would read whole tables is refused.
 */
final class FilterReading {

    private static final int LONGEST = 1000;
    private static final int MOST_TERMS = 10;
    private static final int DEEPEST = 5;
    private static final String VALUE = ".value";

    /** What a type of resource may be asked for. */
    interface Indexed {

        /**
         * The condition that this attribute has this value, {@link Condition#NEVER} for a value that it cannot have.
         *
         * @param attribute in small letters, without the schema of the core
         * @return null for an attribute that nothing is found by
         */
        String equal(String attribute, ValueNode value, Condition condition);
    }

    private final Indexed indexed;
    private final String core;
    private final Condition condition = new Condition();
    private int terms;

    private FilterReading(Indexed indexed, String core) {
        this.indexed = indexed;
        this.core = core;
    }

    /** @param core the schema whose attributes need not be qualified */
    static Condition read(String filter, Indexed indexed, String core) {
        FilterReading reading = new FilterReading(indexed, core);
        if (!filter.isBlank()) {
            reading.condition.set(reading.text(parsed(filter), 1));
        }
        return reading.condition;
    }

    private static Filter parsed(String filter) {
        if (filter.length() > LONGEST) {
            throw new RefusedException(ScimRefusal.FILTER_TOO_LONG, Integer.toString(LONGEST));
        }
        return Parsing.filter(filter);
    }

    private String text(Filter filter, int depth) {
        if (depth > DEEPEST) {
            throw new RefusedException(ScimRefusal.FILTER_TOO_DEEP, Integer.toString(DEEPEST));
        }
        if (filter.isCombiningFilter()) {
            List<String> parts = new ArrayList<>();
            for (Filter part : filter.getCombinedFilters()) {
                parts.add(text(part, depth + 1));
            }
            return "(" + String.join(filter.getFilterType() == FilterType.AND ? " and " : " or ", parts) + ")";
        }
        if (filter.isComplexValueFilter() && isValue(filter.getValueFilter())) {
            return term(name(filter.getAttributePath()) + VALUE, filter.getValueFilter());
        }
        if (filter.getFilterType() != FilterType.EQUAL) {
            throw new RefusedException(
                    ScimRefusal.FILTER_NOT_INDEXED, filter.getFilterType().getStringValue());
        }
        return term(name(filter.getAttributePath()), filter);
    }

    private static boolean isValue(Filter filter) {
        return filter.getFilterType() == FilterType.EQUAL
                && filter.getAttributePath().toString().equalsIgnoreCase("value");
    }

    private String term(String attribute, Filter equal) {
        terms++;
        if (terms > MOST_TERMS) {
            throw new RefusedException(ScimRefusal.TOO_MANY_TERMS, Integer.toString(MOST_TERMS));
        }
        String found =
                attribute.endsWith(VALUE) ? attribute.substring(0, attribute.length() - VALUE.length()) : attribute;
        String text = indexed.equal(found, equal.getComparisonValue(), condition);
        if (text == null) {
            throw new RefusedException(ScimRefusal.FILTER_NOT_INDEXED, attribute);
        }
        return text;
    }

    private String name(Path path) {
        String name = path.withoutFilters().toString();
        String qualified = core + ":";
        return (name.regionMatches(true, 0, qualified, 0, qualified.length())
                        ? name.substring(qualified.length())
                        : name)
                .toLowerCase(Locale.ROOT);
    }
}
