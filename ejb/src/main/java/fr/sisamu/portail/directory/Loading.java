package fr.sisamu.portail.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Pours the good lines of files into the staging tables, and notes what is wrong with the others. */
final class Loading {

    private static final int STEP = 2_000;

    private static final List<String> STAGED =
            List.of("staged_unit", "staged_account", "staged_identifier", "staged_profile", "staged_phone");

    private static final List<String> COMPARED_WITH =
            List.of("unit", "account", "account_identifier", "profile", "phone");

    private final Sql sql;
    private final Progress progress;
    private final Clock clock;
    private final LineErrors errors = new LineErrors();
    private long rows;
    private long octetsBefore;

    private Loading(Sql sql, long id, Clock clock) {
        this.sql = sql;
        this.progress = new Progress(sql, id);
        this.clock = clock;
    }

    static LineErrors run(Sql sql, long id, List<HandedFile> files, Clock clock) {
        Loading loading = new Loading(sql, id, clock);
        STAGED.forEach(table -> sql.run("truncate table " + table));
        sql.commit();
        files.stream().sorted(Comparator.comparing(HandedFile::kind)).forEach(loading::load);
        count(sql);
        COMPARED_WITH.forEach(sql::count);
        sql.commit();
        return loading.errors;
    }

    /** Lets the database count the staged lines; again once they are matched, for their keys are then another thing. */
    static void count(Sql sql) {
        STAGED.forEach(sql::count);
    }

    private void load(HandedFile file) {
        try (CsvFile csv = CsvFile.open(file.kind(), file.path());
                Stage stage = Stage.of(file.kind(), sql)) {
            load(file.kind(), csv, stage);
        } catch (BadFileException bad) {
            errors.add(file.kind(), bad);
        } catch (IOException e) {
            throw new UncheckedIOException("the file of an import cannot be read", e);
        }
        octetsBefore += file.octets();
        progress.read(rows, octetsBefore, clock.instant());
        sql.commit();
    }

    private void load(FileKind kind, CsvFile csv, Stage stage) throws IOException, BadFileException {
        for (Optional<Line> line = csv.next(); line.isPresent(); line = csv.next()) {
            if (line.get().fitsHeader()) {
                stage.take(new Cells(kind, line.get(), errors));
            } else {
                errors.add(
                        kind,
                        line.get().number(),
                        null,
                        LineReason.FIELD_COUNT,
                        line.get().cells().size() + " / " + line.get().header().size());
            }
            rows++;
            if (rows % STEP == 0) {
                progress.read(rows, octetsBefore + csv.position(), clock.instant());
                sql.commit();
            }
        }
        stage.flush();
    }
}
