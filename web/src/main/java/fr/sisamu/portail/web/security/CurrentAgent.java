package fr.sisamu.portail.web.security;

import fr.sisamu.portail.session.AssuranceLevel;
import fr.sisamu.portail.session.WorkSession;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;

/** The agent behind this request. Read once from the session's cookie by {@link AgentFilter}, then asked by everyone. */
@Named
@RequestScoped
public class CurrentAgent {

    @Inject
    HttpServletRequest request;

    private Optional<WorkSession> session = Optional.empty();

    /** The open session, empty for a stranger. */
    public Optional<WorkSession> session() {
        return session;
    }

    /** The open session on a page that the filter keeps for agents. */
    public WorkSession requireSession() {
        return session.orElseThrow(() -> new IllegalStateException("a page for agents was opened without a session"));
    }

    /** Whether the session was opened by an accès de secours. */
    public boolean isEmergency() {
        return session.filter(found -> found.level() == AssuranceLevel.EMERGENCY)
                .isPresent();
    }

    /** The name of whose session it is. */
    public String getDisplayName() {
        return requireSession().account().displayName();
    }

    /** When the open session ends at the latest. */
    public Instant getExpiresAt() {
        return requireSession().expiresAt();
    }

    /** What this post is called, if the browser has kept a name for it. */
    public Optional<String> workstation() {
        return Workstation.of(request);
    }

    void is(WorkSession found) {
        session = Optional.of(found);
    }
}
