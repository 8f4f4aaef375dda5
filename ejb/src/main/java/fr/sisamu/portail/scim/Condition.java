package fr.sisamu.portail.scim;

import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;

/** A condition of JPQL with its values beside it: nothing that a client has sent ever becomes text of a query. */
final class Condition {

    static final String NEVER = "1 = 0";

    private final List<Object> values = new ArrayList<>();
    private String text = "1 = 1";

    /** Keeps a value, and gives the name of its parameter. */
    String bind(Object value) {
        values.add(value);
        return ":v" + values.size();
    }

    void set(String condition) {
        text = condition;
    }

    String text() {
        return text;
    }

    <Q extends Query> Q bindAll(Q query) {
        for (int i = 0; i < values.size(); i++) {
            query.setParameter("v" + (i + 1), values.get(i));
        }
        return query;
    }
}
