package fr.sisamu.portail.emergency;

/** What became of a review; all but DONE have their words {@code emergency.review.<name>}. */
public enum EmergencyReview {
    DONE,
    /** Somebody has reviewed it meanwhile, or it is another unit's. */
    GONE,
    /** What was found is told in 10 to 500 visible characters. */
    WORDS_MISSING,
    /** Whoever opened or used an access does not review it. */
    OWN,
    /** The access is to be closed first, or to run out. */
    STILL_OPEN
}
