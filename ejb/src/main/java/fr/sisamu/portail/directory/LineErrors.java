package fr.sisamu.portail.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what is wrong: the first of it in full, of the rest how much. A million bad lines must not fill the memory. */
final class LineErrors {

    static final int SHOWN = 200;

    private static final int LONGEST = 100;

    private final List<LineError> shown = new ArrayList<>();
    private int count;

    void add(FileKind kind, long line, Column column, LineReason reason, String detail) {
        count++;
        if (shown.size() < SHOWN) {
            Optional<String> title = Optional.ofNullable(column).map(Column::title);
            shown.add(new LineError(kind, line, title, reason, printable(detail)));
        }
    }

    void add(FileKind kind, BadFileException bad) {
        add(kind, bad.line(), null, bad.reason(), bad.detail());
    }

    int count() {
        return count;
    }

    List<LineError> shown() {
        return List.copyOf(shown);
    }

    /** What does not print, and what could pass for another sign, is shown by its number. */
    static String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(sign -> {
            if (TextRules.isHidden(sign)) {
                printable.append(String.format("\\u%04X", sign));
            } else {
                printable.appendCodePoint(sign);
            }
        });
        return printable.length() <= LONGEST ? printable.toString() : printable.substring(0, LONGEST - 1) + "…";
    }
}
