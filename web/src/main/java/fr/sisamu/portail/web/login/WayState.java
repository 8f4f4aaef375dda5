package fr.sisamu.portail.web.login;

import java.time.Instant;
import java.util.Optional;

/**
 * The live state of a way to come in.
 *
 * @param since the beginning of the trouble, empty without trouble
 */
public record WayState(Status status, Optional<Instant> since) {

    public static final WayState AVAILABLE = new WayState(Status.AVAILABLE, Optional.empty());

    /** What the login page shows; each has its sentence {@code login.state.<name>}. */
    public enum Status {
        AVAILABLE,
        /** It may work, slowly or not for everyone. */
        DISTURBED,
        UNAVAILABLE
    }
}
