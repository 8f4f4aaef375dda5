package fr.sisamu.portail.phone;

/** The telephone system could not be asked; the phone itself goes on working without the portal. */
public class SwitchUnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    public SwitchUnavailableException(String what, Throwable cause) {
        super(what, cause);
    }
}
