package fr.sisamu.portail.directory;

import java.time.LocalDate;
import java.util.Set;

/**
 * What an import speaks about.
 *
 * @param kinds the files it has
 * @param complete whether what these files do not name is gone
 * @param today the day in Europe/Paris
 */
record Scope(Set<FileKind> kinds, boolean complete, LocalDate today) {

    /** Whether the absence of a line says something. */
    boolean holdsAll(FileKind kind) {
        return complete && kinds.contains(kind);
    }
}
