package fr.sisamu.portail.metrics;

import fr.sisamu.portail.session.LoginMethod;

/** The requests of a login that judge a proof, or lead to one. */
public enum LoginStep {
    /** The card, from the presented certificate to ticket or refusal. */
    CARD_PRESENTED(LoginMethod.CARD),
    /** The ticket, from its arrival to the open session. */
    CARD_TICKET(LoginMethod.CARD),
    /** Identifier and password, from the form to the code asked for, or the refusal. At two seconds the page says « queue ». */
    PASSWORD(LoginMethod.OTP),
    /** The code, from the form to the open session or the refusal. */
    CODE(LoginMethod.OTP),
    /** The click on Pro Santé Connect, to the provider's address. */
    PROVIDER_DEPARTURE(LoginMethod.PRO_SANTE_CONNECT),
    /** The browser's return, to the open session or the refusal; the provider is asked in between. */
    PROVIDER_RETURN(LoginMethod.PRO_SANTE_CONNECT),
    /** A form of the direct question to an e-CPS. */
    PROVIDER_DIRECT(LoginMethod.PRO_SANTE_CONNECT),
    /** Identifier and secret of an accès de secours, from the form to the open session or the refusal. */
    EMERGENCY_SECRET(LoginMethod.BREAK_GLASS);

    private final LoginMethod method;

    LoginStep(LoginMethod method) {
        this.method = method;
    }

    LoginMethod method() {
        return method;
    }
}
