/**
 * The card way: the click, the card endpoint, the ticket that brings its answer to the portal, and the page that
 * explains a refusal.
 */
package fr.sisamu.portail.web.card;
