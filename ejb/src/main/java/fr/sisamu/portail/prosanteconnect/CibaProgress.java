package fr.sisamu.portail.prosanteconnect;

import java.time.Instant;

/** How far a request to an e-CPS has come. */
public sealed interface CibaProgress {

    /** Not answered yet: the page shows the digits and a countdown, and asks again in a second or more. */
    record Waiting(String digits, Instant expires) implements CibaProgress {}

    /** Answered: in, or not. Told once. */
    record Over(Arrival arrival) implements CibaProgress {}

    /** This browser waits for nothing. */
    record Nothing() implements CibaProgress {}
}
