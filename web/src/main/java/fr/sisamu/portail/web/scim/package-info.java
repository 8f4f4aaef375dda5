/**
 * SCIM over HTTP: who is let in, which request is meant, and how answers and refusals are written (RFC 7644). What is
 * asked is done by {@link fr.sisamu.portail.scim.ScimService}.
 */
package fr.sisamu.portail.web.scim;
