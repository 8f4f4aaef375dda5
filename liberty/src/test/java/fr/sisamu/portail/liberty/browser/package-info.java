/** Real browsers with real cards, through the steps of the user's guide. */
package fr.sisamu.portail.liberty.browser;
