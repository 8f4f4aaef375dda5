package fr.sisamu.portail.directory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.role.Duty;
import fr.sisamu.portail.role.Rights;
import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.Rows;
import fr.sisamu.portail.testdb.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A portal whose directory is empty, files to hand in, and what became of them. */
final class ImportWorld {

    static final Rights NIGHTLY = Rights.ofToken("rh", Set.of(Duty.IMPORT));

    private static final List<String> TABLES = List.of(
            "directory_import_file",
            "directory_import_error",
            "directory_import_count",
            "directory_import_change",
            "directory_import",
            "account_role",
            "session_notice",
            "work_session",
            "account_request",
            "profile",
            "phone",
            "unit",
            "account_identifier",
            "account_entry",
            "account");

    private static final Map<TestDatabase.Kind, TestDatabase> ALONE = new EnumMap<>(TestDatabase.Kind.class);

    final Portal portal;
    final Rows rows;
    final ImportService imports;

    private final List<HandedFile> files = new ArrayList<>();

    ImportWorld(TestDatabase.Kind kind) {
        portal = new Portal(ALONE.computeIfAbsent(kind, TestDatabase::fresh));
        rows = portal.rows();
        TABLES.forEach(table -> rows.run("delete from " + table));
        imports = portal.get(ImportService.class);
    }

    /** Lets one import take away so many hundredths. */
    void mayClose(int percent) {
        portal.get(ImportSettings.class).mostClosedPercent = percent;
    }

    ImportWorld file(FileKind kind, String... lines) {
        return file(kind, String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    ImportWorld file(FileKind kind, byte[] content) {
        files.add(handed(kind, content));
        return this;
    }

    HandedFile handed(FileKind kind, byte[] content) {
        try {
            return portal.get(Inbox.class)
                    .keep(
                            NIGHTLY,
                            kind,
                            kind.name().toLowerCase(Locale.ROOT) + ".csv",
                            new ByteArrayInputStream(content))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads and compares the files given since the last time. */
    ImportReport compare() {
        return run(false, false);
    }

    /** Applies them, which must go well. */
    ImportReport apply() {
        return applied(run(false, true));
    }

    ImportReport applyComplete() {
        return applied(run(true, true));
    }

    ImportReport run(boolean complete, boolean atOnce) {
        List<HandedFile> handed = List.copyOf(files);
        files.clear();
        long id = imports.begin(NIGHTLY, handed, complete, atOnce).orElseThrow();
        assertThat(handed).allSatisfy(file -> assertThat(file.path()).doesNotExist());
        return report(id);
    }

    ImportReport report(long id) {
        return imports.find(NIGHTLY, id).orElseThrow();
    }

    private static ImportReport applied(ImportReport report) {
        assertThat(report.errors()).isEmpty();
        assertThat(report.run().state()).isEqualTo(ImportState.APPLIED);
        return report;
    }
}
