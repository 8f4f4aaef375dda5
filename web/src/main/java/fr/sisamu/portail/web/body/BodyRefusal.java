package fr.sisamu.portail.web.body;

/** Why a body that is being read is given up. None is a fault, and none leaves a line in the log. */
public enum BodyRefusal {
    /** What was sent cannot be read: percent signs, encoding, parts, an end that never came. */
    MALFORMED,
    /** The sender hung up, or what it sent has no end that could be found: nobody waits for words. */
    GONE,
    /** It did not come in time. */
    TOO_SLOW,
    /** More came than its kind allows. */
    TOO_BIG,
    /** Too many others are sending at this instant. */
    OVERLOADED
}
