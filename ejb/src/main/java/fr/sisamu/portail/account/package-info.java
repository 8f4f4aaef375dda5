/**
 * Who exists: accounts, the national identifiers each one holds, and the holders of good cards who still wait for an
 * account. Enter by {@link fr.sisamu.portail.account.AccountService}.
 */
package fr.sisamu.portail.account;
