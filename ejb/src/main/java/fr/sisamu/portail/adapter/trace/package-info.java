/**
 * Copies of the trace for others: a log collector by syslog (RFC 5424 over TLS, TCP or UDP), and a file of JSON lines.
 *
 * <p>The messages are written here and not by a library: that of CloudBees, the one that is maintained, checks neither
 * the host name nor anything else about whom it speaks TLS with, and what remains is a line of text and its length.
 */
package fr.sisamu.portail.adapter.trace;
