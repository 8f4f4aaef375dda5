/**
 * The way in by Pro Santé Connect: to the provider and back, its refusals, the way out at the provider, and how to obtain
 * an e-CPS.
 */
package fr.sisamu.portail.web.prosanteconnect;
