package fr.sisamu.portail.directory;

/**
 * One thing that an import changes, or has changed.
 *
 * @param line the line that says so; 0 if it is the absence of one
 * @param subject whom or what it is about
 * @param before the values that go, as « column=value », empty if there were none
 * @param after the values that come
 */
public record Change(FileKind kind, Action action, long line, String subject, String before, String after) {

    /** What is done; each has its word {@code import.action.<name>}. */
    public enum Action {
        ADDED,
        CHANGED,
        /** An account gets one more national identifier: one more card opens it. */
        IDENTIFIED,
        REOPENED,
        CLOSED,
        /** A profile ends, a phone is out of use. */
        ENDED
    }
}
