package fr.sisamu.portail.prosanteconnect;

/** What to answer to the provider that announces a log-out (OpenID Connect Back-Channel Logout 1.0 §2.8). */
public enum BackChannelAnswer {
    /** Believed, whether or not a session was open: 200. */
    DONE,
    /** No log-out token of the provider, or one that came before: 400. */
    REFUSED,
    /** It cannot be checked now: 503, the provider may try again. */
    UNAVAILABLE
}
