/** The mail relay, by SMTP with STARTTLS (RFC 3207), through the server's mail session {@code mail/portail}. */
package fr.sisamu.portail.adapter.mail;
