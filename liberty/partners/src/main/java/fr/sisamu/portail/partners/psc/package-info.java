/**
 * A Pro Santé Connect: an OpenID Connect provider with its e-CPS, its odd addresses and its habits, and every fault that
 * a relying party must survive. Container-free behind {@link fr.sisamu.portail.partners.psc.PscServlet}: an endpoint
 * takes a request of the Nimbus SDK and gives its answer, so the unit tests speak to the same code that HTTPS reaches.
 */
package fr.sisamu.portail.partners.psc;
