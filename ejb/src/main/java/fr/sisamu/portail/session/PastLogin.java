package fr.sisamu.portail.session;

import java.time.Instant;
import java.util.Optional;

/**
 * A login as its owner sees it afterwards.
 *
 * @param origin the peer's address
 * @param endedAt empty while the session is open
 */
public record PastLogin(
        long sessionId,
        LoginMethod method,
        AssuranceLevel level,
        Post post,
        String origin,
        Instant openedAt,
        Optional<Instant> endedAt,
        Optional<EndReason> endReason) {

    /** What is known of the post of a login. */
    public enum Post {
        KNOWN,
        /** This was the first time on it. */
        NEW,
        /** The browser kept no name for it. */
        NONE
    }

    public boolean open() {
        return endedAt.isEmpty();
    }
}
