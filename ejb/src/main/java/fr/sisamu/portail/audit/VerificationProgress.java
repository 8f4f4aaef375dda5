package fr.sisamu.portail.audit;

/** Hears how far a verification of the trace has come. */
@FunctionalInterface
public interface VerificationProgress {

    /** For those who wait for the end anyway. */
    VerificationProgress UNHEARD = (read, about) -> {};

    /**
     * Told now and then, by the thread that reads.
     *
     * @param read the rows read so far
     * @param about how many there are by what the chains' ends and the seals of purged rows say: a guess, for either may
     *     have been touched
     */
    void read(long read, long about);
}
