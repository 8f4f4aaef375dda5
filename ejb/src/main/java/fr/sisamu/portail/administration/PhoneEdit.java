package fr.sisamu.portail.administration;

/**
 * A phone of the directory as somebody wants it, and as the page showed it to them.
 *
 * @param seenLabel what the page showed, so that a change made meanwhile is not undone unseen
 */
public record PhoneEdit(long phone, String seenLabel, boolean seenActive, String label, boolean active) {}
