package fr.sisamu.portail.session;

import jakarta.ejb.Stateless;
import java.util.Optional;

/** Opens, finds, moves on and ends work sessions. */
@Stateless
public class WorkSessionService {

    /** Opens a session; another open session of the same account on the same workstation is ended as REPLACED. */
    public OpenedSession open(NewSession request) {
        throw new UnsupportedOperationException();
    }

    /**
     * The open session of this token. Ends it here if its time is over, it stayed idle or its account was closed; writes
     * its last sign of life at most once a minute.
     */
    public Optional<WorkSession> find(SessionToken token) {
        throw new UnsupportedOperationException();
    }

    /** Chooses a profile of the session's own account, if valid today. Traced. */
    public ProfileChoice chooseProfile(long sessionId, long profileId) {
        throw new UnsupportedOperationException();
    }

    /** Ends the session; ending it twice changes nothing. Traced. */
    public void end(long sessionId, EndReason reason) {
        throw new UnsupportedOperationException();
    }

    /** Registers a post by its random name (43 characters, base64url) or refreshes it. */
    public void workstationSeen(String workstation) {
        throw new UnsupportedOperationException();
    }
}
