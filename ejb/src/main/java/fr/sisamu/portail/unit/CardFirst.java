package fr.sisamu.portail.unit;

/** Who must have come by card once before any other way opens to them (guide, « Les trois méthodes disponibles »). */
public enum CardFirst {
    NOBODY,
    /** The call handlers, by the functions that {@code portail.otp.card-first-functions} names. */
    ARM,
    EVERYONE
}
