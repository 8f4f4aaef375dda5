package fr.sisamu.portail.card;

/** Why a card does not open the portal. The order is that of the rules; the first that applies wins. */
public enum CardRefusal {
    CARD_MISSING,
    UNKNOWN_AUTHORITY,
    EXPIRED,
    NOT_YET_VALID,
    SIGNATURE_CERTIFICATE,
    NOT_FOR_LOGIN,
    ORGANISATION,
    WRONG_ENVIRONMENT,
    CARD_TYPE,
    UNREADABLE,
    SERVICE_CARD,
    REVOKED,
    REVOCATION_UNKNOWN,
    NO_ACCOUNT,
    ACCOUNT_CLOSED
}
