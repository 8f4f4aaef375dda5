package fr.sisamu.portail.otp;

/** Why an address cannot be tested; each has its words {@code channels.refused.<name>}. */
public enum ChannelRefusal {
    NOT_A_NUMBER,
    /** A landline, an Internet line, a special number. */
    NOT_MOBILE,
    /** A country to which this portal sends nothing (setting). */
    FOREIGN_NUMBER,
    NOT_AN_ADDRESS,
    /** This address has had its codes of the day. */
    TOO_MANY_CODES,
    /** A code has just left for it. */
    TOO_SOON,
    /** Whoever sits there must prove anew who they are. */
    PROOF_TOO_OLD
}
