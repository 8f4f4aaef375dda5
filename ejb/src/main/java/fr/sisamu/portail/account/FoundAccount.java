package fr.sisamu.portail.account;

/** One line of a list of accounts. */
public record FoundAccount(AccountId id, String loginName, String givenName, String familyName, boolean closed) {}
