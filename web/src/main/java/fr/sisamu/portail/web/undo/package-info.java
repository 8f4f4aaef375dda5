/** « Annuler un changement »: the page that a notice leads to, by which a change of channels or password is taken back. */
package fr.sisamu.portail.web.undo;
