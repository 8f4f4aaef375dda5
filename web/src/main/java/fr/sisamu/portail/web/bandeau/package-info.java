/** The bandeau and the line that keeps it alive: notices reach it within a second or two, its phone's lease goes on. */
package fr.sisamu.portail.web.bandeau;
