package fr.sisamu.portail.directory;

import java.util.Optional;

/**
 * One thing that is wrong with a file.
 *
 * @param line the line's number as an editor shows it, from 1; 0 for the file as a whole
 * @param column the title of the column, if it is about one
 * @param detail the value at fault, cut and freed of what does not print; empty if it says nothing
 */
public record LineError(FileKind kind, long line, Optional<String> column, LineReason reason, String detail) {}
