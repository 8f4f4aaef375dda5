package fr.sisamu.portail.web.directory;

import fr.sisamu.portail.directory.Change;
import fr.sisamu.portail.directory.ChangeCount;
import fr.sisamu.portail.directory.ImportReport;
import fr.sisamu.portail.directory.ImportRun;
import fr.sisamu.portail.directory.ImportedFile;
import fr.sisamu.portail.directory.LineError;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Imports as the API tells of them: the shapes of {@code openapi.yaml}. */
final class ImportJson {

    private ImportJson() {}

    static JsonObjectBuilder run(ImportRun run) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", run.id())
                .add("state", run.state().name())
                .add("running", run.state().isRunning())
                .add("complete", run.complete())
                .add("actor", run.actor())
                .add("supportCode", run.supportCode())
                .add("startedAt", run.startedAt().toString())
                .add("rowsRead", run.rowsRead())
                .add("percentRead", run.percent())
                .add("errorCount", run.errors());
        run.finishedAt().ifPresent(end -> json.add("finishedAt", end.toString()));
        return json;
    }

    static JsonObjectBuilder report(ImportReport report) {
        return run(report.run())
                .add("files", array(report.files(), ImportJson::file))
                .add("errors", array(report.errors(), ImportJson::error))
                .add("counts", array(report.counts(), ImportJson::count))
                .add("changes", array(report.changes(), ImportJson::change));
    }

    private static JsonObjectBuilder file(ImportedFile file) {
        return Json.createObjectBuilder()
                .add("kind", lower(file.kind()))
                .add("name", file.name())
                .add("sha256", file.digest())
                .add("octets", file.octets());
    }

    private static JsonObjectBuilder error(LineError error) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("kind", lower(error.kind()))
                .add("line", error.line())
                .add("reason", error.reason().name())
                .add("detail", error.detail());
        error.column().ifPresent(column -> json.add("column", column));
        return json;
    }

    private static JsonObjectBuilder count(ChangeCount count) {
        return Json.createObjectBuilder()
                .add("kind", lower(count.kind()))
                .add("action", count.action().name())
                .add("number", count.number());
    }

    private static JsonObjectBuilder change(Change change) {
        return Json.createObjectBuilder()
                .add("kind", lower(change.kind()))
                .add("action", change.action().name())
                .add("line", change.line())
                .add("subject", change.subject())
                .add("before", change.before())
                .add("after", change.after());
    }

    private static <T> JsonArrayBuilder array(List<T> values, Function<T, JsonObjectBuilder> form) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        values.forEach(value -> array.add(form.apply(value)));
        return array;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
