package fr.sisamu.portail.web.security;

/** Whom an address is for, and so whether the session's cookie is looked at. */
enum Audience {
    /** Whoever asks. The session is not looked at, so that the address costs no query and lives without a database. */
    ANYBODY,
    /** Whoever asks, and the page shows who is in if somebody is. */
    VISITOR,
    /** Those with an open session; a stranger is led to the login page. */
    AGENT,
    /** The scripts of an agent's page; a stranger's is told 401, which it can understand. */
    SCRIPT
}
