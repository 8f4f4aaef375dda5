package fr.sisamu.portail.otp;

/** What was changed of how somebody comes in; each has its words {@code undo.kind.<name>}. */
public enum ChangeKind {
    /** Also in the place of another one of its kind. */
    CHANNEL_ADDED,
    CHANNEL_REMOVED,
    PASSWORD_SET,
    PASSWORD_RECOVERED
}
