/** Linking the desk phone of this post to the bandeau. */
package fr.sisamu.portail.web.phone;
