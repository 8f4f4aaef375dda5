package fr.sisamu.portail.audit;

/** The trace could not be read: the database is away, or what it holds is not a trace. */
public class TraceUnreadableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TraceUnreadableException(Throwable cause) {
        super("the trace cannot be read", cause);
    }
}
