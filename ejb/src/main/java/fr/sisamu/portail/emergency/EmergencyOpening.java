package fr.sisamu.portail.emergency;

import java.time.Instant;

/** What became of the wish to open an access. */
public sealed interface EmergencyOpening {

    /** Open: the secret is known here and now, and never again. */
    record Opened(EmergencySecret secret, Instant until) implements EmergencyOpening {}

    /** Not opened. */
    record Refused(Reason reason) implements EmergencyOpening {}

    /** Each has its words {@code emergency.refused.<name>}. */
    enum Reason {
        /** A reason has 10 to 500 visible characters. */
        WORDS_MISSING,
        /** From one hour to twelve. */
        HOURS_REFUSED,
        /** No open account with a profile in the unit today. */
        NOT_OF_UNIT,
        /** Nobody opens an access for themselves. */
        OWN,
        /** One is open for this agent that the supervisor has not seen: a colleague’s, or of the same form sent twice. */
        JUST_OPENED
    }
}
