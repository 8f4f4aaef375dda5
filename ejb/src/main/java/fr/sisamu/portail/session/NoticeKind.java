package fr.sisamu.portail.session;

/** What an open bandeau may have to be told at once. */
public enum NoticeKind {
    PHONE_TAKEN_OVER,
    SESSION_ENDED
}
