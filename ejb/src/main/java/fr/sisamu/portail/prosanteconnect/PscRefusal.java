package fr.sisamu.portail.prosanteconnect;

/** Why Pro Santé Connect does not open the portal: each has its page, and its exact cause in the trace. */
public enum PscRefusal {
    /** The provider cannot be reached, is too slow, or answers nothing that can be read. */
    UNREACHABLE,
    /** The attempt is unknown, too old, was used before, or belongs to another browser: to begin again helps. */
    STALE_ATTEMPT,
    /** The holder refused on the e-CPS, or gave up on the provider's page (access_denied). */
    DENIED,
    /** The e-CPS was not answered in time. */
    NOT_ANSWERED,
    /** The provider answers with an error of its own (RFC 6749 §4.1.2.1 and §5.2; OpenID Connect Core §3.1.2.6). */
    PROVIDER_ERROR,
    /** What came back is not proven to be the provider's answer to this attempt. */
    UNTRUSTED_ANSWER,
    /** Only the time is wrong: one of the two clocks must be set right. */
    CLOCK,
    /** The provider proved the person less strongly than the portal asks (acr). */
    LEVEL_TOO_LOW,
    /** An earlier login was left open at the provider, which did not ask anew who stands there: to begin again helps. */
    NOT_FRESH,
    /** The provider names no national identifier that can be read. */
    NO_IDENTIFIER,
    /** The person's identifiers belong to different accounts. */
    CONFLICT,
    /** No account holds these identifiers; a request is waiting. */
    NO_ACCOUNT,
    ACCOUNT_CLOSED,
    /** The first connection is by card, and was not made yet. */
    FIRST_LOGIN_BY_CARD,
    /** Too many requests to an e-CPS from here, or to this one: to wait helps. */
    TOO_MANY
}
