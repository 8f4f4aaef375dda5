/**
 * CPx cards: from the certificates that TLS or a declared proxy hands over to an account, by rules R1 to R9 in their
 * order; and the one-time ticket that carries the answer to the portal. Enter by {@link
 * fr.sisamu.portail.card.CardService} (judging) and {@link fr.sisamu.portail.card.PresentationService} (ticket).
 */
package fr.sisamu.portail.card;
