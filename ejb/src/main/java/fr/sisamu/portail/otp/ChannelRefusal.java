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
    /** This agent has tested enough for an hour, or for a day. */
    TOO_MANY_TESTS,
    /** The agents of this unit have tested enough for today. */
    TOO_MANY_OF_UNIT,
    /** The portal has sent as many test codes today as it sends. */
    TOO_MANY_IN_ALL,
    /** Whoever sits there must prove anew who they are. */
    PROOF_TOO_OLD
}
