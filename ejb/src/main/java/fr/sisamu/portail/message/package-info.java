/**
 * Messages to people, by SMS and by mail: an outbox in the database, sent after the commit, provider after provider.
 * Enter by the outbox; what leaves the building goes through {@link fr.sisamu.portail.message.SmsGateways} and {@link
 * fr.sisamu.portail.message.MailGateways}, implemented under {@code adapter}.
 */
package fr.sisamu.portail.message;
