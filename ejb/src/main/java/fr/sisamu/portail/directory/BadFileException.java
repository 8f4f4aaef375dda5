package fr.sisamu.portail.directory;

/** A file that cannot be read to its end; stays inside the package, where it becomes an error of the report. */
final class BadFileException extends Exception {

    private static final long serialVersionUID = 1L;

    private final LineReason reason;
    private final long line;
    private final String detail;

    BadFileException(LineReason reason, long line, String detail) {
        super(reason + " in line " + line);
        this.reason = reason;
        this.line = line;
        this.detail = detail;
    }

    LineReason reason() {
        return reason;
    }

    long line() {
        return line;
    }

    String detail() {
        return detail;
    }
}
