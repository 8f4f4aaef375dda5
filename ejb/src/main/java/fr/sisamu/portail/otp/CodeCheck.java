package fr.sisamu.portail.otp;

/** What became of an answer; each but RIGHT has its words {@code otp.refused.<name>}. */
public enum CodeCheck {
    RIGHT,
    WRONG,
    /** No six digits: it cost no try. */
    MALFORMED,
    EXPIRED,
    /** Answered before, perhaps a moment ago in another tab. */
    USED,
    /** The last try is spent. */
    NO_TRIES_LEFT,
    /** The channel that it went to has been removed, reset or replaced since. */
    CHANNEL_GONE,
    /** This browser awaits no such code. */
    NOTHING_AWAITED,
    /** Whoever sits there must prove anew who they are; nothing was compared. */
    PROOF_TOO_OLD
}
