package fr.sisamu.portail.audit;

/** What happened, in the words of the trace. */
public enum TraceKind {
    CARD_JUDGED,
    PRO_SANTE_CONNECT,
    LOGIN,
    LOGIN_REFUSED,
    PROFILE_CHOSEN,
    PHONE_LINKED,
    PHONE_TAKEN_OVER,
    PHONE_LOST,
    PHONE_RELEASED,
    SESSION_ENDED,
    STEP_REFUSED,
    REVOCATION_LIST,
    REVOCATION_BYPASS,
    MESSAGE,
    CODE_JUDGED,
    CHANNEL_CHANGED,
    PASSWORD_CHANGED,
    TRACE_PURGED,
    TRACE_SINK,
    FAULT
}
