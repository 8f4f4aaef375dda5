package fr.sisamu.portail.directory;

/** Where an import stands; each has its sentence {@code import.state.<name>}. */
public enum ImportState {
    /** Its files are being read. */
    READING,
    /** Its lines are being compared with what there is. */
    COMPARING,
    /** Something is wrong with its files; nothing was changed. */
    REFUSED,
    /** What it would change is known; it waits to be applied. */
    READY,
    /** As READY, after a first try to apply it: the directory had changed, and so has what it would change. */
    MOVED,
    /** It changes nothing. */
    UNCHANGED,
    APPLYING,
    APPLIED,
    /** Another import came before it was applied. */
    REPLACED,
    CANCELLED,
    /** A fault, not the files; nothing was changed. Its support code leads to the cause. */
    FAILED;

    /** Whether it waits to be applied. */
    public boolean isReady() {
        return this == READY || this == MOVED;
    }

    /** Whether something is still going on. */
    public boolean isRunning() {
        return this == READING || this == COMPARING || this == APPLYING;
    }
}
