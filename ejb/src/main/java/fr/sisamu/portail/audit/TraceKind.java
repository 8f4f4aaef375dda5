package fr.sisamu.portail.audit;

/** What happened, in the words of the trace. */
public enum TraceKind {
    CARD_JUDGED,
    PRO_SANTE_CONNECT,
    LOGIN,
    /** Unless it is about a card, its detail begins with the method. */
    LOGIN_REFUSED,
    PROFILE_CHOSEN,
    PHONE_LINKED,
    PHONE_TAKEN_OVER,
    PHONE_LOST,
    PHONE_RELEASED,
    SESSION_ENDED,
    /** Whoever is in has proved anew that it is them; the outcome is the method. */
    PROOF_RENEWED,
    STEP_REFUSED,
    REVOCATION_LIST,
    REVOCATION_BYPASS,
    MESSAGE,
    CODE_JUDGED,
    CHANNEL_CHANGED,
    PASSWORD_CHANGED,
    /** Such a change was taken back by somebody who reads a channel from before it; the outcome is its kind. */
    CHANGE_UNDONE,
    TRACE_PURGED,
    TRACE_SINK,
    ROLE_CHANGED,
    ACCOUNT_CHANGED,
    REQUEST_DECIDED,
    UNIT_CHANGED,
    TRACE_EXPORTED,
    TRACE_VERIFIED,
    DIRECTORY_IMPORT,
    IMPORT_TOKEN,
    SUPERVISION,
    SCIM_REFUSED,
    FAULT
}
