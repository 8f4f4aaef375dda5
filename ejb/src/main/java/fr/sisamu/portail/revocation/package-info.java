/**
 * Revocation lists: fetched in the background, verified before they replace anything, kept in the database, asked at
 * login without any outbound call. Enter by {@link fr.sisamu.portail.revocation.RevocationService}.
 */
package fr.sisamu.portail.revocation;
