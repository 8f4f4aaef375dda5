/** What a login, a start and a big revocation list cost. Run by the profile {@code bench} alone; it judges nothing. */
package fr.sisamu.portail.liberty.bench;
