package fr.sisamu.portail.web.body;

import java.io.IOException;
import java.util.Optional;

/** Thrown out of the middle of a body by whoever reads it; the filter that let the request through answers it. */
public class BodyRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final BodyRefusal refusal;

    public BodyRefusedException(BodyRefusal refusal, String message) {
        super(message);
        this.refusal = refusal;
    }

    public BodyRefusedException(BodyRefusal refusal, Throwable cause) {
        super(cause);
        this.refusal = refusal;
    }

    public BodyRefusal refusal() {
        return refusal;
    }

    /** The refusal that hides behind this, empty if there is none. */
    public static Optional<BodyRefusal> behind(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyRefusedException refused) {
                return Optional.of(refused.refusal);
            }
        }
        return Optional.empty();
    }
}
