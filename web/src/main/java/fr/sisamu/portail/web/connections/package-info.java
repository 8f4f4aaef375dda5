/** « Mes connexions »: people see their own logins and end what they do not recognise. */
package fr.sisamu.portail.web.connections;
