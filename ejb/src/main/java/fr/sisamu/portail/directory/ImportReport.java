package fr.sisamu.portail.directory;

import java.util.List;

/**
 * All that is known of an import.
 *
 * @param errors the first of them; {@link ImportRun#errors} says how many there are
 * @param changes the first of each sort; {@code counts} says how many there are
 */
public record ImportReport(
        ImportRun run,
        List<ImportedFile> files,
        List<LineError> errors,
        List<ChangeCount> counts,
        List<Change> changes) {}
