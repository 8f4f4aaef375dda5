/** The revocation lists of the fake IGC-Santé, signed fresh at each request. */
package fr.sisamu.portail.partners.crl;
