/** The way in by identifier, password and one-time code; the pages of the channels and of the password. */
package fr.sisamu.portail.web.otp;
