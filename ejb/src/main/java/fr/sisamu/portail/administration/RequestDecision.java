package fr.sisamu.portail.administration;

import fr.sisamu.portail.account.AccountId;

/** What became of a decision on a request. */
public sealed interface RequestDecision {

    /** The card opens this account from now on. */
    record Granted(AccountId account) implements RequestDecision {}

    record Rejected() implements RequestDecision {}

    /** Another administrator has decided, or its account is not there. */
    record Gone() implements RequestDecision {}

    /** Whoever decides must prove anew, by card, who they are. */
    record ProofTooOld() implements RequestDecision {}

    /** The account is closed: it is reopened first. */
    record AccountClosed() implements RequestDecision {}
}
