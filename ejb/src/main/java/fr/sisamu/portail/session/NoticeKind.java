package fr.sisamu.portail.session;

/** What an open bandeau may have to be told at once. */
public enum NoticeKind {
    PHONE_TAKEN_OVER,
    SESSION_ENDED,
    /** The account has come in on a post where it had never been; the detail is its address. */
    NEW_POST
}
