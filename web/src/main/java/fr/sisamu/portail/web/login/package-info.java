/** The login page and the live state of the ways to come in; the way out. */
package fr.sisamu.portail.web.login;
