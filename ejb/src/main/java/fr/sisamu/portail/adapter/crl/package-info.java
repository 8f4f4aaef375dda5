/** Fetches revocation lists by HTTP; the adapter of {@link fr.sisamu.portail.revocation.RevocationListSource}. */
package fr.sisamu.portail.adapter.crl;
