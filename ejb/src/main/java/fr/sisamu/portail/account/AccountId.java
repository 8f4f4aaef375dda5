package fr.sisamu.portail.account;

/** The portal's own name for an account; never shown to people. */
public record AccountId(long value) {}
