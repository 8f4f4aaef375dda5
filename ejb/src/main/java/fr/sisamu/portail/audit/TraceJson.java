package fr.sisamu.portail.audit;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;

/** A row as one line of JSON: the names of its columns, without those that are null. */
public final class TraceJson {

    /** Made once: each look-up of the provider searches the class path. */
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private TraceJson() {}

    public static String of(TraceRow row) {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("at", row.at().toString())
                .add("node", row.node())
                .add("kind", row.kind())
                .add("outcome", row.outcome())
                .add("support_code", row.supportCode());
        row.account().ifPresent(id -> json.add("account_id", id));
        row.session().ifPresent(id -> json.add("session_id", id));
        row.identifier().ifPresent(value -> json.add("identifier", value));
        row.unit().ifPresent(value -> json.add("unit_code", value));
        row.origin().ifPresent(value -> json.add("origin", value));
        row.workstation().ifPresent(value -> json.add("workstation_id", value));
        json.add("detail", row.detail()).add("id", row.id());
        row.link()
                .ifPresent(link -> json.add("sequence_number", link.sequence())
                        .add("previous_digest", link.previous())
                        .add("digest", link.digest()));
        return json.build().toString();
    }
}
