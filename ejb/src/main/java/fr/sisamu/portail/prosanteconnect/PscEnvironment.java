package fr.sisamu.portail.prosanteconnect;

/** The world of the provider; addresses of two worlds never stand together. */
public enum PscEnvironment {
    /** The ANS's sandbox (bac à sable), with test identities. */
    BAS,
    PRODUCTION,
    /** A provider that is not the ANS's: a simulator, a hospital's own. */
    OTHER
}
