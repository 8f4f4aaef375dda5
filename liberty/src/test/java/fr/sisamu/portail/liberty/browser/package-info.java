/** A real Chromium with a real card, through the steps of the user's guide. */
package fr.sisamu.portail.liberty.browser;
