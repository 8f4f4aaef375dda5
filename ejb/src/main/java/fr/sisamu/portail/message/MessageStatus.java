package fr.sisamu.portail.message;

/** How far a message has come. */
public enum MessageStatus {
    /** Written, and waiting for a sender. */
    WAITING,
    /** A sender has it. */
    SENDING,
    /** A provider took it. */
    SENT,
    /** The provider says that it reached the person. */
    DELIVERED,
    /** No provider could take it. */
    FAILED,
    /** The address itself was refused. */
    REFUSED,
    /** A provider took it and says that it never arrived. */
    LOST
}
