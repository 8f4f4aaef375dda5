package fr.sisamu.portail.scim;

import com.unboundid.scim2.common.messages.SearchRequest;
import com.unboundid.scim2.common.messages.SortOrder;
import java.util.Objects;
import java.util.Set;

/** A query in the body of a POST, so that nothing of it stays in the logs of proxies (RFC 7644 §3.4.3). */
final class SearchBody {

    private SearchBody() {}

    static ScimQuery query(byte[] body) {
        SearchRequest request = ScimJson.read(ScimJson.read(body), SearchRequest.class);
        return new ScimQuery(
                Objects.toString(request.getFilter(), ""),
                names(request.getAttributes()),
                names(request.getExcludedAttributes()),
                Objects.toString(request.getSortBy(), ""),
                request.getSortOrder() == SortOrder.DESCENDING ? "descending" : "",
                Objects.toString(request.getStartIndex(), ""),
                Objects.toString(request.getCount(), ""));
    }

    private static String names(Set<String> attributes) {
        return attributes == null ? "" : String.join(",", attributes);
    }
}
