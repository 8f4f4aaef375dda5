package fr.sisamu.portail.throttle;

/**
 * What somebody tries to prove. Each is counted apart, so that whoever hammers one of them slows down none of the others:
 * an accès de secours is there for the night when all else fails.
 */
public enum Tried {
    PASSWORD(true),
    /** A code asked for in the place of a forgotten password. */
    RECOVERY(true),
    /** The secret of an accès de secours. */
    EMERGENCY_SECRET(true),
    /** An e-CPS asked from a page. */
    ECPS(false),
    MACHINE_TOKEN(false),
    /** The way back from a change of channels or password. */
    UNDO(false);

    private final boolean ofAgent;

    Tried(boolean ofAgent) {
        this.ofAgent = ofAgent;
    }

    /** Whether an agent's identifier is what the tries are counted by. */
    boolean ofAgent() {
        return ofAgent;
    }
}
