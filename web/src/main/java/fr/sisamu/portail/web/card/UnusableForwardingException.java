package fr.sisamu.portail.web.card;

/** A forwarded certificate that cannot be used: sent by someone who may not, or not readable in the declared form. */
class UnusableForwardingException extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableForwardingException(String message) {
        super(message);
    }

    UnusableForwardingException(String message, Throwable cause) {
        super(message, cause);
    }
}
