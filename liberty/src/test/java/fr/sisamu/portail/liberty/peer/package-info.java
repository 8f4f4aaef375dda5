/**
 * Software that shares no line with the portal or with its simulated partners: messages travel through it, only with
 * {@code -Ppeers}, see docs/messages.md; metrics and what is in docs/supervision are judged by it, only with {@code
 * -Pprometheus}.
 */
package fr.sisamu.portail.liberty.peer;
