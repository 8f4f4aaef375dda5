/**
 * The board of a unit and what its supervisor may do. The pages are places of {@link
 * fr.sisamu.portail.web.administration}, which opens them; their services judge each deed once more.
 */
package fr.sisamu.portail.web.supervision;
