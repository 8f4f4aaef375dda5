/** The server's secret key, what is derived from it, and random secrets with their digests. */
package fr.sisamu.portail.secret;
