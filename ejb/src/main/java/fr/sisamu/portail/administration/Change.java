package fr.sisamu.portail.administration;

/** What became of a change that was asked for. */
public enum Change {
    SAVED,
    /** It was so already. */
    UNCHANGED,
    /** Somebody else has saved since the page was read: nothing was changed. */
    CHANGED_MEANWHILE,
    NOT_FOUND,
    /** A name of 1 to 100 visible characters, a letter at least. */
    NAME_REFUSED,
    /** A function, a label or a unit's name is missing or too long. */
    TEXT_REFUSED,
    /** A day is missing or is none. */
    DATE_REFUSED,
    /** The last day is before the first. */
    END_BEFORE_START,
    /** FR and three letters or digits. */
    CODE_REFUSED,
    /** The code or number is another one's. */
    TAKEN,
    NUMBER_REFUSED,
    /** Between five minutes and twelve hours. */
    IDLE_REFUSED,
    /** Whoever goes last would leave a portal that nobody can administer. */
    LAST_ADMINISTRATOR
}
