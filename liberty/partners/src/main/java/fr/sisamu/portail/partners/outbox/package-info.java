/** What the simulated providers were asked to send, for people and for tests to read. */
package fr.sisamu.portail.partners.outbox;
