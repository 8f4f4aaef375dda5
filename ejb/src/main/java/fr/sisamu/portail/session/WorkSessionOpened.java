package fr.sisamu.portail.session;

import fr.sisamu.portail.account.AccountId;

/** A CDI event: somebody has come in. */
public record WorkSessionOpened(long sessionId, AccountId account, LoginMethod method) {}
