package fr.sisamu.portail.message;

/** A provider did not take a letter. Its message names the provider's words, never the address or the text. */
public class NotHandedOverException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Whose fault it was, as far as the provider says. */
    public enum Fault {
        /** The provider is down, slow, full or speaks nonsense: another provider may do better. */
        GATEWAY,
        /** The provider is well and asks for patience: another one may take the letter, or this one a moment later. */
        BUSY,
        /** The provider refuses this very address: no provider will do better. */
        ADDRESS
    }

    private final Fault fault;

    public NotHandedOverException(Fault fault, String message, Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
