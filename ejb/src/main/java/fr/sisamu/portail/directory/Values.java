package fr.sisamu.portail.directory;

import java.util.Objects;

/** Writes the values of a change as « column=value », before and after, leaving out what stays the same. */
final class Values {

    private final StringBuilder before = new StringBuilder();
    private final StringBuilder after = new StringBuilder();

    Values put(Column column, Object old, Object now) {
        if (!Objects.equals(old, now)) {
            append(before, column, old);
            append(after, column, now);
        }
        return this;
    }

    private static void append(StringBuilder text, Column column, Object value) {
        if (value != null) {
            text.append(text.isEmpty() ? "" : "; ")
                    .append(column.title())
                    .append('=')
                    .append(value);
        }
    }

    Change change(FileKind kind, Change.Action action, long line, String subject) {
        return new Change(kind, action, line, subject, before.toString(), after.toString());
    }
}
