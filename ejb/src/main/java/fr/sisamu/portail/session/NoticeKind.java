package fr.sisamu.portail.session;

/** What an open bandeau may have to be told at once. */
public enum NoticeKind {
    PHONE_TAKEN_OVER,
    SESSION_ENDED,
    /** The account has come in on a post where it had never been; the detail is its address. */
    NEW_POST,
    /** A supervisor, named in the detail, has freed the phone of this session. */
    PHONE_FREED,
    /** An accès de secours was opened in a unit that the holder supervises, for the agent named in the detail. */
    EMERGENCY_OPENED
}
