package fr.sisamu.portail.phone;

import java.time.Instant;

/** What became of a wish to link a phone. */
public sealed interface PhoneLinking {

    /** Linked, or already linked to this very session. */
    record Linked(LinkedPhone phone) implements PhoneLinking {}

    /** Held by a colleague; ask for confirmation, then take over. */
    record HeldByOther(String number, String holder, Instant since) implements PhoneLinking {}

    /** Held by a colleague who is on a call: the take-over waits. */
    record OnCall(String number, String holder) implements PhoneLinking {}

    /** Refused; the reason is a message key. */
    record Refused(Reason reason) implements PhoneLinking {}

    enum Reason {
        /** Not digits of a phone number. */
        MALFORMED,
        /** No such phone in this unit's directory, be it another unit's or nobody's. */
        NOT_IN_THIS_UNIT,
        /** No profile chosen yet. */
        NO_PROFILE,
        /** A colleague was faster by an instant. */
        JUST_TAKEN
    }
}
