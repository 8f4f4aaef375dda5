package fr.sisamu.portail.session;

/** The ways to come in. */
public enum LoginMethod {
    CARD,
    /** Identifier, password and one-time code. */
    OTP,
    PRO_SANTE_CONNECT,
    /** Accès de secours: a one-time secret that a supervisor has read out. */
    BREAK_GLASS
}
