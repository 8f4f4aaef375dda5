package fr.sisamu.portail.web.administration;

import fr.sisamu.portail.administration.PastCheck;
import fr.sisamu.portail.administration.RunningCheck;
import fr.sisamu.portail.administration.TraceVerifying;
import fr.sisamu.portail.web.page.Redirect;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Behind {@code administration/trace-verification.xhtml}: has the trace verified, and what came of it each time. */
@Named
@RequestScoped
public class TraceVerificationPage {

    private static final String SOUND = "SOUND";
    private static final List<String> NO_VERDICT = List.of("STARTED", "FAILED", "INTERRUPTED");

    @Inject
    CurrentRights rights;

    @Inject
    TraceVerifying verifying;

    @Inject
    Redirect redirect;

    private List<PastCheck> latest;

    public void begin() {
        verifying.begin(rights.get());
        redirect.to(Place.TRACE_VERIFICATION.getPath());
    }

    /** The verification that goes on on some node, or null. */
    public RunningCheck getRunning() {
        return verifying.running(rights.get()).orElse(null);
    }

    public List<PastCheck> getLatest() {
        if (latest == null) {
            latest = verifying.latest(rights.get());
        }
        return latest;
    }

    /** How a verification is coloured: sound, touched, or nothing to be said. */
    public String style(PastCheck check) {
        if (NO_VERDICT.contains(check.outcome())) {
            return "warn";
        }
        return check.outcome().equals(SOUND) ? "good" : "bad";
    }
}
