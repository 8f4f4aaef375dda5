package fr.sisamu.portail.web.card;

/** Why a card attempt ended without any judgement of a card; as {@code ?notice=} of {@code card-refused.xhtml}. */
public enum CardNotice {
    /** The browser's call to the card endpoint broke: TLS refused, or the network failed. */
    CONNECTION_CUT,
    /** The attempt was too old or already used. */
    STALE_ATTEMPT,
    /** The ticket did not open a session: too old, used before, or from another browser. */
    TICKET_REFUSED
}
