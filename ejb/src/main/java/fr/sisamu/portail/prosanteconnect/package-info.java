/**
 * Pro Santé Connect: from the provider's verified answer to an account, and back to the provider at the log-out. Enter by
 * {@link fr.sisamu.portail.prosanteconnect.ProSanteConnectService} (the browser's way) and {@link
 * fr.sisamu.portail.prosanteconnect.CibaService} (the e-CPS asked directly); the provider itself is behind the port {@link
 * fr.sisamu.portail.prosanteconnect.IdentityProvider}.
 */
package fr.sisamu.portail.prosanteconnect;
