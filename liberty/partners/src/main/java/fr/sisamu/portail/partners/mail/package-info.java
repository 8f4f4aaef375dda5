/** A mail server that takes nothing without STARTTLS. */
package fr.sisamu.portail.partners.mail;
