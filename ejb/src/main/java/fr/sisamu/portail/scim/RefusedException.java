package fr.sisamu.portail.scim;

import jakarta.ejb.ApplicationException;

/** Carries a refusal out of a transaction, which it rolls back; the service turns it into the value that it is. */
@ApplicationException(rollback = true)
class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 100;

    private final ScimRefusal reason;
    private final String subject;

    RefusedException(ScimRefusal reason, String subject) {
        super(reason + " " + subject, null, false, false);
        this.reason = reason;
        this.subject = subject.length() <= LONGEST ? subject : subject.substring(0, LONGEST) + "…";
    }

    ScimRefusal reason() {
        return reason;
    }

    String subject() {
        return subject;
    }
}
