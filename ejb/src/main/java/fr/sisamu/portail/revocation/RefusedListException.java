package fr.sisamu.portail.revocation;

/** Ends the reading of a list that cannot be taken; {@link RevocationImport} turns it into a value. */
class RefusedListException extends Exception {

    private final ListRefusal reason;

    RefusedListException(ListRefusal reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    RefusedListException(ListRefusal reason, Throwable cause) {
        super(String.valueOf(cause.getMessage()), cause);
        this.reason = reason;
    }

    ListRefusal reason() {
        return reason;
    }
}
