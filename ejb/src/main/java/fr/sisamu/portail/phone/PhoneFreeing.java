package fr.sisamu.portail.phone;

/** What became of a phone that somebody else wants freed. */
public enum PhoneFreeing {
    FREED,
    /** The session does not hold this phone, or not any more. */
    NOT_HELD,
    /** The telephone system says that its holder is speaking: nobody is cut off. */
    ON_CALL
}
