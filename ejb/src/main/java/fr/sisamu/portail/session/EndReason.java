package fr.sisamu.portail.session;

/** Why a work session is over. */
public enum EndReason {
    LOGOUT,
    EXPIRED,
    IDLE,
    REPLACED,
    ACCOUNT_CLOSED,
    /** Its password was forgotten and replaced. */
    PASSWORD_RECOVERED,
    /** A change of its channels or its password was taken back. */
    CHANGE_UNDONE,
    /** Pro Santé Connect says that the person logged out there. */
    PROVIDER_LOGOUT,
    /** Its owner ended it from another one. */
    OWNER,
    /** A supervisor of its unit ended it. */
    SUPERVISOR
}
