/** « Confirmez que c’est vous »: the page that asks whoever is in for a fresh proof, by one of the ways in. */
package fr.sisamu.portail.web.proof;
