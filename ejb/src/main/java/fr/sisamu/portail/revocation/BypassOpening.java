package fr.sisamu.portail.revocation;

/** What became of the wish to open a débrayage. */
public enum BypassOpening {
    OPENED,
    /** The reason must have 10 to 500 characters, who opens it 1 to 100. */
    WORDS_MISSING,
    /** The end must lie ahead, at most 72 hours. */
    END_REFUSED
}
