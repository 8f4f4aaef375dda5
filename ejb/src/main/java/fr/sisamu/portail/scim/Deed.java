package fr.sisamu.portail.scim;

import fr.sisamu.portail.account.AccountId;

/** A change of an account as the trace will tell it, once it is committed. */
record Deed(AccountId account, String outcome, String detail) {}
