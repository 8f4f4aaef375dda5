package fr.sisamu.portail.session;

import fr.sisamu.portail.account.AccountId;

/** A CDI event: whoever is in has proved anew, by this method, that it is them. */
public record ProofRenewed(long sessionId, AccountId account, LoginMethod method) {}
