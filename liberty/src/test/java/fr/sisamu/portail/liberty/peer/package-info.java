/**
 * Delivery through software that shares no line with the portal or with its simulated partners. Only with {@code
 * -Ppeers}; see docs/messages.md.
 */
package fr.sisamu.portail.liberty.peer;
