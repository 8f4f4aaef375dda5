package fr.sisamu.portail.metrics;

/** The outside systems that the portal calls. */
enum Partner {
    SMS,
    MAIL,
    PRO_SANTE_CONNECT,
    /** The telephone system. */
    CTI,
    /** The servers of revocation lists. */
    CRL
}
