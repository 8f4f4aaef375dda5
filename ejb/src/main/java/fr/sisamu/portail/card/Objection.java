package fr.sisamu.portail.card;

/** What a rule has against a card: the reason for people, the exact cause for the trace. */
record Objection(CardRefusal reason, String detail) {}
