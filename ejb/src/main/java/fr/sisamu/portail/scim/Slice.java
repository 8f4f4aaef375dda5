package fr.sisamu.portail.scim;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The part of a list that a client asks for (RFC 7644 §3.4.2.4). */
record Slice(int startIndex, int count) {

    static final int DEFAULT = 100;

    /** @param most how many resources of this type an answer holds */
    static Slice of(ScimQuery query, int most) {
        int start = number(query.startIndex(), 1);
        int count = number(query.count(), Math.min(DEFAULT, most));
        return new Slice(Math.max(1, start), Math.max(0, Math.min(count, most)));
    }

    int offset() {
        return startIndex - 1;
    }

    ObjectNode answer(long total, List<ObjectNode> resources) {
        ObjectNode list = ScimJson.object();
        list.putArray("schemas").add(Schemas.LIST);
        list.put("totalResults", total);
        list.put("startIndex", startIndex);
        list.put("itemsPerPage", resources.size());
        ArrayNode array = list.putArray("Resources");
        resources.forEach(array::add);
        return list;
    }

    private static int number(String text, int otherwise) {
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("-?[0-9]{1,9}")) {
            throw new RefusedException(ScimRefusal.INVALID_VALUE, text);
        }
        return Integer.parseInt(text);
    }
}
