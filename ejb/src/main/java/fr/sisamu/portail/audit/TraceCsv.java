package fr.sisamu.portail.audit;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows as lines of a spreadsheet. */
final class TraceCsv {

    /** How a formula begins (OWASP, CSV Injection). */
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r].*", Pattern.DOTALL);

    static final String HEADER = Stream.of(
                    "at",
                    "node",
                    "kind",
                    "outcome",
                    "support_code",
                    "account_id",
                    "session_id",
                    "identifier",
                    "unit_code",
                    "origin",
                    "workstation_id",
                    "detail",
                    "id",
                    "sequence_number",
                    "previous_digest",
                    "digest")
            .map(TraceCsv::cell)
            .collect(Collectors.joining(";", "", "\r\n"));

    private TraceCsv() {}

    static String line(TraceRow row) {
        return Stream.of(
                        row.at().toString(),
                        row.node(),
                        row.kind(),
                        row.outcome(),
                        row.supportCode(),
                        number(row.account()),
                        number(row.session()),
                        row.identifier().orElse(""),
                        row.unit().orElse(""),
                        row.origin().orElse(""),
                        row.workstation().orElse(""),
                        row.detail(),
                        Long.toString(row.id()),
                        number(row.link().map(ChainLink::sequence)),
                        row.link().map(ChainLink::previous).orElse(""),
                        row.link().map(ChainLink::digest).orElse(""))
                .map(TraceCsv::cell)
                .collect(Collectors.joining(";", "", "\r\n"));
    }

    private static String number(Optional<Long> value) {
        return value.map(number -> Long.toString(number)).orElse("");
    }

    private static String cell(String value) {
        String harmless = FORMULA.matcher(value).matches() ? "'" + value : value;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
