package fr.sisamu.portail.supervision;

/** What became of a deed of supervision; all but DONE have their words {@code supervision.refused.<name>}. */
public enum Intervention {
    DONE,
    /** The session, the link or the request that was meant is over, or is another unit's: both get the same words. */
    GONE,
    /** The agent is speaking on the phone: it is not taken away now. */
    ON_CALL,
    /** No open account of this identifier has a profile in the unit today. */
    NOT_OF_UNIT,
    /** No try of this agent is counted: nothing is delayed. */
    NOT_BLOCKED,
    /** The agent has no verified channel of this kind. */
    NO_CHANNEL,
    /** Somebody has asked for the same already, and it waits. */
    ALREADY_ASKED,
    /** The second person is to be neither the one who asked nor the agent. */
    SAME_PERSON
}
